import { sql } from "kysely";
import { z } from "zod";

import { OperationId } from "@/lib/domain/ids";
import { OperationEvent, Proposal, type OperationStatus } from "@/lib/domain/journal";
import { connect, type Database } from "@/lib/server/db/connect";

import type { JournaledEvent, JournaledOperation, LedgerMovement } from "./audit";
import { groupBy } from "./group-by";
import type { ProposedMovement } from "./person";
import type { PlanCard } from "./plan";

const OPEN: readonly OperationStatus[] = ["intended", "unknown"];

/** The database of a run, read as nobody at the desk can: the journal beside the issuer's own ledger. */
export class Records {
  readonly #db: Database;

  constructor(databaseUrl: string) {
    this.#db = connect(databaseUrl, 2);
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }

  /** The sandbox's active cards; the one with the long month would only make every look slow. */
  async activeCards(): Promise<PlanCard[]> {
    const { rows } = await sql<PlanCard>`
      select id::text, currency from sandbox.card
      where status = 'ACTIVE' and id <> 67890 order by id`.execute(this.#db);
    return rows;
  }

  /** How many operations have no definite outcome yet. */
  async countOpen(): Promise<number> {
    const { count } = await this.#db
      .selectFrom("operations")
      .select((build) => build.fn.countAll<bigint>().as("count"))
      .where("status", "in", OPEN)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** What waits for a supervisor's word. */
  async proposals(): Promise<ProposedMovement[]> {
    const rows = await this.#db
      .selectFrom("operations")
      .select(["id", "proposal"])
      .where("status", "=", "unknown")
      .where("proposal", "is not", null)
      .execute();
    return rows.map(({ id, proposal }) => ({
      operationId: OperationId.parse(id),
      movementId: Proposal.parse(proposal).movementId,
    }));
  }

  async operations(): Promise<JournaledOperation[]> {
    const rows = await this.#db
      .selectFrom("operations")
      .selectAll()
      .orderBy("created_at")
      .execute();
    const stories = groupBy(await this.#events(), ({ operationId }) => operationId);
    return rows.map((row) => ({
      id: row.id,
      cardId: row.card_id,
      reference: row.reference,
      direction: row.direction,
      amountUnits: row.amount_units,
      currency: row.currency,
      status: row.status,
      events: stories.get(row.id) ?? [],
    }));
  }

  async #events(): Promise<(JournaledEvent & { readonly operationId: string })[]> {
    const rows = await this.#db
      .selectFrom("journal")
      .select(["at", "kind", "operation_id", "data"])
      .where("operation_id", "is not", null)
      .orderBy("seq")
      .execute();
    return rows.map(({ at, kind, operation_id: operationId, data }) => {
      const event = OperationEvent.parse(Object.assign({ kind }, data));
      return {
        operationId: operationId ?? "",
        kind: event.kind,
        at,
        ...("outcome" in event && { outcome: event.outcome }),
      };
    });
  }

  /** The movements whose reference begins like those of the run. */
  async ledger(prefix: string): Promise<LedgerMovement[]> {
    const { rows } = await sql`
      select t.id::text, t.card_id::text as "cardId", t.reference, c.currency,
        case t.movement_type when 'credit' then 'ADD_FUNDS' else 'WITHDRAW_FUNDS' end as direction,
        (t.amount * 10000)::bigint as "amountUnits"
      from sandbox.transfer t join sandbox.card c on c.id = t.card_id
      where starts_with(t.reference, ${prefix}) order by t.id`.execute(this.#db);
    return z.array(Movement).parse(rows);
  }
}

const Movement = z.object({
  id: z.string(),
  cardId: z.string(),
  reference: z.string(),
  direction: z.string(),
  amountUnits: z.bigint(),
  currency: z.string(),
});
