import "server-only";

import { z } from "zod";

import type { Sought } from "@/lib/domain/settling";

import type { Desk } from "../desk";
import type { OperationRow } from "./find-operation";

/** How far from our own send another one may lie and still have to do with the same movement. */
const NEAR_MS = 2 * 3_600_000;

const Rejected = z.object({ movementId: z.string() });

/**
 * What the journal knows that keeps a movement from being taken for the wrong operation: movements
 * that are claimed or were turned down, earlier operations with the same reference, and operations
 * like it that claim no movement.
 */
export async function knownAbout(
  desk: Desk,
  row: OperationRow,
): Promise<Pick<Sought, "claimed" | "rejected" | "siblingsSentAt" | "rivalsSentAt">> {
  const [claimed, rejected, siblings, rivals] = await Promise.all([
    claimedOn(desk, row),
    rejectedFor(desk, row),
    sentWithItsReference(desk, row),
    sentLikeIt(desk, row),
  ]);
  return {
    claimed: new Set(claimed),
    rejected: new Set(rejected),
    siblingsSentAt: siblings,
    rivalsSentAt: rivals,
  };
}

async function claimedOn({ db }: Desk, row: OperationRow): Promise<string[]> {
  const rows = await db
    .selectFrom("operations")
    .select("movement_id")
    .where("card_id", "=", row.card_id)
    .where("id", "!=", row.id)
    .where("movement_id", "is not", null)
    // A movement is dated near its operation; the whole life of a card need not be read.
    .where("created_at", ">", new Date(row.created_at.getTime() - 62 * 86_400_000))
    .execute();
  return rows.flatMap(({ movement_id: id }) => (id === null ? [] : [id]));
}

async function rejectedFor({ db }: Desk, row: OperationRow): Promise<string[]> {
  const rows = await db
    .selectFrom("journal")
    .select("data")
    .where("operation_id", "=", row.id)
    .where("kind", "=", "operation.proposal-rejected")
    .execute();
  return rows.map(({ data }) => Rejected.parse(data).movementId);
}

async function sentWithItsReference({ db }: Desk, row: OperationRow): Promise<Date[]> {
  const rows = await db
    .selectFrom("operations")
    .select("created_at")
    .where("card_id", "=", row.card_id)
    .where("reference", "=", row.reference)
    .where("id", "!=", row.id)
    .execute();
  return rows.map((other) => other.created_at);
}

async function sentLikeIt({ db }: Desk, row: OperationRow): Promise<Date[]> {
  const rows = await db
    .selectFrom("operations")
    .select("created_at")
    .where("card_id", "=", row.card_id)
    .where("id", "!=", row.id)
    .where("direction", "=", row.direction)
    .where("amount_units", "=", row.amount_units)
    .where("currency", "=", row.currency)
    .where("status", "in", ["intended", "applied", "unknown"])
    .where("movement_id", "is", null)
    .where("created_at", ">", new Date(row.created_at.getTime() - NEAR_MS))
    .where("created_at", "<", new Date(row.created_at.getTime() + NEAR_MS))
    .execute();
  return rows.map((other) => other.created_at);
}
