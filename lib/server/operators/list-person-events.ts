import "server-only";

import { AccessEvent } from "@/lib/domain/access";
import type { OperatorId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";

import type { Actor, Desk } from "../desk";
import { appendAccessEvent } from "../journal/append";

/** An entry of the journal about a person's account, by them or by somebody else. */
export interface PersonEvent {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  /** Whether the person did it themselves. */
  readonly isByThem: boolean;
  readonly address: string | null;
  readonly event: ShownEvent;
}

/** What was done to an account and with it. What the person looked at is another list. */
const KINDS = [
  "session.opened",
  "session.refused",
  "session.code-asked",
  "account.locked",
  "account.unlocked",
  "session.unlocked",
  "session.ended",
  "proof.refused",
  "operator.created",
  "operator.role-changed",
  "operator.disabled",
  "operator.enabled",
  "password.changed",
  "second-factor.set",
  "second-factor.removed",
  "recovery-codes.made",
  "recovery-code.used",
  "exported",
  "access.denied",
] as const satisfies AccessEvent["kind"][];

export type ShownEvent = Extract<AccessEvent, { kind: (typeof KINDS)[number] }>;

const MOST = 30;

/**
 * The last entries of the journal by a person and about them, the newest first. To read them is an
 * entry, too (PCI DSS 10.2.1.3).
 */
export async function listPersonEvents(
  desk: Desk,
  actor: Actor,
  operatorId: OperatorId,
): Promise<readonly PersonEvent[]> {
  if (!may(actor.operator, "audit.read")) return [];
  await appendAccessEvent(
    desk.db,
    desk.now(),
    { kind: "person", actor },
    { kind: "list.read", list: "person-events", filters: [] },
    { aboutOperatorId: operatorId },
  );
  const rows = await entries(desk, "operator_id", operatorId)
    .union(entries(desk, "about_operator_id", operatorId))
    .orderBy("seq", "desc")
    .limit(MOST)
    .execute();
  return rows.flatMap((row) => {
    const event = AccessEvent.parse({ ...Object(row.data), kind: row.kind });
    return isShown(event)
      ? [
          {
            id: String(row.seq),
            at: row.at,
            by: row.operator_name,
            isByThem: row.operator_id === operatorId,
            address: row.address,
            event,
          },
        ]
      : [];
  });
}

/** Each side is cut by itself, so that it is read along its own index and no further. */
function entries(
  { db }: Desk,
  column: "operator_id" | "about_operator_id",
  operatorId: OperatorId,
) {
  const some = db
    .selectFrom("journal")
    .select(["seq", "at", "kind", "operator_id", "operator_name", "address", "data"])
    .where(column, "=", operatorId)
    .where("kind", "in", KINDS)
    .orderBy("seq", "desc")
    .limit(MOST);
  return db
    .selectFrom(some.as("some"))
    .select(["seq", "at", "kind", "operator_id", "operator_name", "address", "data"]);
}

function isShown(event: AccessEvent): event is ShownEvent {
  return KINDS.some((kind) => kind === event.kind);
}
