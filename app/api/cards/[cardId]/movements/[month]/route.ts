import type { NextRequest } from "next/server";

import { toColumns } from "@/app/_movements/month-columns";
import type { Failure } from "@/lib/domain/failure";
import { CardId } from "@/lib/domain/ids";
import { Month } from "@/lib/domain/month";
import { currentActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readMonth } from "@/lib/server/movements/read-month";

interface Context {
  params: Promise<{ cardId: string; month: string }>;
}

const STATUS_OF: Readonly<Record<Failure["kind"], number>> = {
  "signed-out": 401,
  denied: 403,
  invalid: 400,
  "not-found": 404,
  "id-reused": 409,
  "reference-taken": 409,
  similar: 409,
  "line-stopped": 503,
  "wrong-status": 409,
  "not-reversible": 409,
  "reversal-too-large": 409,
  "may-have-arrived": 409,
  "movement-claimed": 409,
  "issuer-refused": 502,
  "issuer-unavailable": 503,
};

/**
 * A card's month as columns of JSON, for the table behind the first rows of the page. `?fresh` reads
 * the issuer's feed anew, whatever was read a moment ago. A failure is its kind and no more.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return refusal("signed-out");
  const typed = await params;
  const cardId = CardId.safeParse(typed.cardId);
  const month = Month.safeParse(typed.month);
  if (!cardId.success || !month.success) return refusal("invalid");
  const isFresh = request.nextUrl.searchParams.has("fresh");
  const read = await readMonth(desk(), actor, cardId.data, month.data, { isFresh });
  return read.ok ? answer(200, toColumns(read.value)) : refusal(read.failure.kind);
}

function refusal(kind: Failure["kind"]): Response {
  return answer(STATUS_OF[kind], { failure: kind });
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
