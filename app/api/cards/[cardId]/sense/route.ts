import { toDecimal } from "@/lib/domain/money";
import { desk } from "@/lib/server/desk";
import { answerJson, handler, refuse } from "@/lib/server/handler";
import { senseOperation } from "@/lib/server/operations/sense";
import type { OperationView } from "@/lib/server/operations/view";

interface Context {
  params: Promise<{ cardId: string }>;
}

/** What somebody should see before an operation is sent: similar ones, unsettled ones, the reference's owner. */
export const GET = handler<Context>(async (actor, request, { params }) => {
  const { cardId } = await params;
  const asked = Object.fromEntries(request.nextUrl.searchParams);
  const sensed = await senseOperation(desk(), actor, { ...asked, cardId });
  if (!sensed.ok) return refuse(sensed.failure);
  const { similar, windowMs, unsettled, referenceOwner } = sensed.value;
  return answerJson({
    similar: similar.newest.map(toJson),
    similarCount: similar.count,
    windowMs,
    unsettled: unsettled.map(toJson),
    referenceOwner: referenceOwner === null ? null : toJson(referenceOwner),
    /** So that the browser's clock has no say in how long ago something was. */
    now: desk().now(),
  });
});

function toJson(operation: OperationView) {
  const { id, status, mode, direction, amount, reference, operatorName, createdAt } = operation;
  const { currency } = amount;
  const decimal = toDecimal(amount);
  return {
    id,
    status,
    mode,
    direction,
    amount: decimal,
    currency,
    reference,
    by: operatorName,
    at: createdAt,
  };
}
