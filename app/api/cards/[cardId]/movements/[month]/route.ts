import { toColumns } from "@/app/_movements/month-columns";
import { CardId } from "@/lib/domain/ids";
import { Month } from "@/lib/domain/month";
import { desk } from "@/lib/server/desk";
import { answerJson, handler, refuse } from "@/lib/server/handler";
import { readMonth } from "@/lib/server/movements/read-month";

interface Context {
  params: Promise<{ cardId: string; month: string }>;
}

/**
 * A card's month as columns of JSON, for the table behind the first rows of the page. `?fresh` reads
 * the issuer's feed anew, whatever was read a moment ago. A failure is its kind and no more.
 */
export const GET = handler<Context>(async (actor, request, { params }) => {
  const typed = await params;
  const cardId = CardId.safeParse(typed.cardId);
  const month = Month.safeParse(typed.month);
  if (!cardId.success || !month.success) return refuse({ kind: "invalid" });
  const isFresh = request.nextUrl.searchParams.has("fresh");
  const read = await readMonth(desk(), actor, cardId.data, month.data, { isFresh });
  return read.ok ? answerJson(toColumns(read.value)) : refuse(read.failure);
});
