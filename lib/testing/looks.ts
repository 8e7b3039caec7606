import { sql } from "kysely";

import { OperationEvent, statusOf } from "@/lib/domain/journal";
import type { Database } from "@/lib/server/db/connect";

/** Test helpers: what the sandbox's ledger and the desk's journal hold. */

export interface Moved {
  readonly card_id: string;
  readonly movement_type: string;
  readonly amount: string;
  readonly description: string | null;
  readonly observations: string | null;
  readonly custom_keys: unknown;
}

/** Every movement that the sandbox has under this reference. */
export async function movedIn(db: Database, reference: string): Promise<readonly Moved[]> {
  const { rows } = await sql<Moved>`
    select card_id::text, movement_type, amount::text, description, observations, custom_keys
      from sandbox.transfer where reference = ${reference} order by id`.execute(db);
  return rows;
}

/** The kinds of an operation's events, in the order in which they were written. */
export async function journalOf(db: Database, operationId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("journal")
    .select("kind")
    .where("operation_id", "=", operationId)
    .orderBy("seq")
    .execute();
  return rows.map((row) => row.kind);
}

/** Ends the lease of every operation that is on its way, as when its sender has been gone for long. */
export async function endLeases(db: Database): Promise<void> {
  await sql`update operations set lease_until = clock_timestamp() - interval '1 second'
    where status = 'intended'`.execute(db);
}

/** Operations whose status in the table is not what their journal says: there must be none. */
export async function misfolded(db: Database): Promise<readonly string[]> {
  const operations = await db.selectFrom("operations").select(["id", "status"]).execute();
  const entries = await db
    .selectFrom("journal")
    .select(["operation_id", "kind", "data"])
    .where("operation_id", "is not", null)
    .orderBy("seq")
    .execute();
  return operations.flatMap(({ id, status }) => {
    const events = entries
      .filter((entry) => entry.operation_id === id)
      .map(({ kind, data }) => OperationEvent.parse({ ...Object(data), kind }));
    const folded = statusOf(events);
    return folded === status ? [] : [`${id} is ${status}, and its journal says ${folded}`];
  });
}
