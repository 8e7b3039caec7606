import "server-only";

import { z } from "zod";

import { fundsCall } from "@/lib/domain/funds-call";
import { Reference } from "@/lib/domain/ids";
import type { OperationRequest } from "@/lib/domain/operation";

import type { Desk } from "../desk";
import type { OperationRow } from "./find-operation";
import { viewOf } from "./view";

/** The request as the journal has it: the text of what was sent. */
const Intended = z.object({
  request: z.object({ method: z.string(), path: z.string(), body: z.string() }),
});

const Body = z.object({ customKeys: z.record(z.string(), z.string()).default({}) });

/**
 * The request of an operation as it was sent, out of its row and its journal. Throws unless it makes
 * the very text that the journal has: what is sent again is what was asked for, to the byte.
 */
export async function rebuildRequest({ db }: Desk, row: OperationRow): Promise<OperationRequest> {
  const { data } = await db
    .selectFrom("journal")
    .select("data")
    .where("operation_id", "=", row.id)
    .where("kind", "=", "operation.intended")
    .executeTakeFirstOrThrow();
  const sent = Intended.parse(data).request;
  const request = requestOf(row, sent.body);
  const { method, path, body } = fundsCall(row.card_id, request);
  if (method === sent.method && path === sent.path && body === sent.body) return request;
  throw new Error(`Operation ${row.id} does not make the request that was sent for it.`);
}

function requestOf(row: OperationRow, sentBody: string): OperationRequest {
  const { mode, direction, amount, ...details } = viewOf(row);
  const common = { direction, amount, reference: Reference.parse(details.reference) };
  if (mode === "channel") {
    const { channel, description } = details;
    if (channel === null) throw new Error(`Operation ${row.id} has no channel.`);
    // The database keeps an object's keys in an order of its own; the text has the one that was sent.
    const { customKeys } = Body.parse(JSON.parse(sentBody));
    return { mode, ...common, channel, description, customKeys };
  }
  const { observations, reasonCode } = details;
  if (observations === null || reasonCode === null) {
    throw new Error(`Operation ${row.id} has no observations or no reason.`);
  }
  return { mode, ...common, observations, reasonCode };
}
