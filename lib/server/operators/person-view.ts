import "server-only";

import type { Selectable } from "kysely";

import { accountState } from "@/lib/domain/account";
import type { AccountState } from "@/lib/domain/account";
import type { Operator } from "@/lib/domain/operator";

import type { Schema } from "../db/schema";
import { presenceOf } from "./change-person";
import { operatorOf } from "./operator-row";

/** A person as administrators and auditors see them: all but what gets somebody in. */
export interface PersonView extends Operator {
  readonly state: AccountState;
  /** An account of the desk's; otherwise their provider's. */
  readonly isOwn: boolean;
  readonly providerIssuer: string | null;
  readonly hasSecondFactor: boolean;
  /** They have not yet chosen a password of their own. */
  readonly mustChangePassword: boolean;
  readonly createdAt: Date;
  readonly lastSignedInAt: Date | null;
  readonly disabledAt: Date | null;
  readonly lockedUntil: Date | null;
  readonly openSessions: number;
}

type Row = Pick<
  Selectable<Schema["operators"]>,
  | "id"
  | "email"
  | "name"
  | "role"
  | "provider_issuer"
  | "provider_subject"
  | "must_change_password"
  | "totp_confirmed_at"
  | "created_at"
  | "enabled_at"
  | "disabled_at"
  | "last_signed_in_at"
> & { readonly open_sessions: bigint | null };

/** The row as that, with what is known of its lock. */
export function personOf(row: Row, lockedUntil: Date | null, now: Date): PersonView {
  const isOwn = row.provider_subject === null;
  const account = { ...presenceOf(row), disabledAt: row.disabled_at, lockedUntil };
  return {
    ...operatorOf(row),
    state: accountState(account, now),
    isOwn,
    providerIssuer: row.provider_issuer,
    hasSecondFactor: row.totp_confirmed_at !== null,
    mustChangePassword: row.must_change_password,
    createdAt: row.created_at,
    lastSignedInAt: row.last_signed_in_at,
    disabledAt: row.disabled_at,
    lockedUntil,
    openSessions: Number(row.open_sessions ?? 0),
  };
}
