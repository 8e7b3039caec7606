import type { NextRequest } from "next/server";

import type { Failure } from "@/lib/domain/failure";
import { toDecimal } from "@/lib/domain/money";
import { currentActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { senseOperation } from "@/lib/server/operations/sense";
import type { OperationView } from "@/lib/server/operations/view";

interface Context {
  params: Promise<{ cardId: string }>;
}

/** What somebody should see before an operation is sent: similar ones, unsettled ones, the reference's owner. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return refusal(401, "signed-out");
  const { cardId } = await params;
  const asked = Object.fromEntries(request.nextUrl.searchParams);
  const sensed = await senseOperation(desk(), actor, { ...asked, cardId });
  if (!sensed.ok) return refusal(sensed.failure.kind === "denied" ? 403 : 400, sensed.failure.kind);
  const { similar, windowMs, unsettled, referenceOwner } = sensed.value;
  return answer(200, {
    similar: similar.newest.map(toJson),
    similarCount: similar.count,
    windowMs,
    unsettled: unsettled.map(toJson),
    referenceOwner: referenceOwner === null ? null : toJson(referenceOwner),
    /** So that the browser's clock has no say in how long ago something was. */
    now: desk().now(),
  });
}

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

function refusal(status: number, kind: Failure["kind"]): Response {
  return answer(status, { failure: kind });
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
