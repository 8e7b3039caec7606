import "server-only";

import type { AccountState } from "@/lib/domain/account";
import type { OperatorId } from "@/lib/domain/ids";
import { may } from "@/lib/domain/operator";
import type { Role } from "@/lib/domain/operator";

import { countRecoveryCodes } from "../auth/recovery-codes";
import { lockedUntil } from "../auth/sign-in-locks";
import type { Actor, Desk } from "../desk";
import { recordListRead } from "../journal/record-reads";
import { personOf } from "./person-view";
import type { PersonView } from "./person-view";

/** Which people: all of them where nothing is said. */
export interface PeopleFilter {
  readonly find?: string;
  readonly role?: Role | null;
  readonly state?: AccountState | null;
}

/**
 * The people of the desk by name. All of a desk's people fit on a page or two, and how an account
 * stands is a rule of lib/domain and no column: so they are read together and chosen from here.
 */
export async function listPeople(
  desk: Desk,
  actor: Actor,
  { find = "", role = null, state = null }: PeopleFilter = {},
): Promise<readonly PersonView[]> {
  if (!may(actor.operator, "operator.list")) return [];
  await recordListRead(desk, actor, "people", {
    find: find !== "",
    role: role !== null,
    state: state !== null,
  });
  const words = plain(find).split(/\s+/).filter(Boolean);
  return (await readPeople(desk)).filter((person) => {
    const text = plain(`${person.name} ${person.email}`);
    return (
      (role === null || person.role === role) &&
      (state === null || person.state === state) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** One person; null when there is none, or who asks may not know. */
export async function readPerson(
  desk: Desk,
  actor: Actor,
  operatorId: OperatorId,
): Promise<PersonView | null> {
  if (!may(actor.operator, "operator.list")) return null;
  const [person] = await readPeople(desk, operatorId);
  return person ?? null;
}

/** One's own account, as one's own page shows it. */
export interface OwnAccount extends PersonView {
  readonly recoveryCodesLeft: number;
}

/** The account of whoever asks. */
export async function readOwnAccount(desk: Desk, actor: Actor): Promise<OwnAccount> {
  const { id } = actor.operator;
  const [[person], recoveryCodesLeft] = await Promise.all([
    readPeople(desk, id),
    countRecoveryCodes(desk.db, id),
  ]);
  if (person === undefined) throw new Error("Whoever is signed in has an account.");
  return { ...person, recoveryCodesLeft };
}

async function readPeople(
  desk: Desk,
  operatorId: OperatorId | null = null,
): Promise<readonly PersonView[]> {
  const now = desk.now();
  let query = desk.db
    .selectFrom("operators")
    .select(["id", "email", "name", "role", "provider_issuer", "provider_subject"])
    .select(["must_change_password", "totp_confirmed_at", "created_at", "enabled_at"])
    .select(["disabled_at", "last_signed_in_at"])
    .select((select) =>
      select
        .selectFrom("sessions")
        .select((row) => row.fn.countAll<bigint>().as("count"))
        .whereRef("sessions.operator_id", "=", "operators.id")
        .where("sessions.ended_at", "is", null)
        .where("sessions.expires_at", ">", now)
        .as("open_sessions"),
    );
  if (operatorId !== null) query = query.where("id", "=", operatorId);
  const rows = await query.orderBy("name").orderBy("email").execute();
  const locks = await lockedUntil(
    desk,
    rows.filter(isOwn).map(({ email }) => email),
  );
  return rows.map((row) =>
    personOf(row, (isOwn(row) ? locks.get(row.email) : undefined) ?? null, now),
  );
}

/** A provider's people may have the address of an account of ours, and not its lock. */
function isOwn(row: { readonly provider_subject: string | null }): boolean {
  return row.provider_subject === null;
}

/** As people search: without accents, in small letters. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}
