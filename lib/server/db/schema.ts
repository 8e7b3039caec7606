import "server-only";

import type { ColumnType, Generated } from "kysely";

import type { AccessEvent, ProofMethod, SessionEnd } from "@/lib/domain/access";
import type { JournalEvent, OperationStatus } from "@/lib/domain/journal";
import type { Direction, Mode } from "@/lib/domain/operation";
import type { Role } from "@/lib/domain/operator";

/** JSON goes in as text that we wrote and comes out parsed: it is read through a zod schema. */
type Json = ColumnType<unknown, string, string>;

export interface Schema {
  operators: {
    id: string;
    email: string;
    name: string;
    role: Role;
    /** Null for whoever comes from a provider. */
    password_hash: string | null;
    provider_issuer: string | null;
    provider_subject: string | null;
    must_change_password: Generated<boolean>;
    former_hashes: ColumnType<unknown, string | undefined, string>;
    totp_key_id: string | null;
    totp_sealed: Buffer | null;
    totp_confirmed_at: Date | null;
    totp_last_step: bigint | null;
    last_signed_in_at: Date | null;
    created_at: Date;
    disabled_at: Date | null;
    enabled_at: Date | null;
  };
  recovery_codes: {
    operator_id: string;
    hash: string;
    used_at: Date | null;
  };
  sessions: {
    id: string;
    operator_id: string;
    created_at: Date;
    expires_at: Date;
    last_seen_at: Date;
    locked_at: Date | null;
    /** When the person last proved to be themselves, by the strongest means that they have. */
    proven_at: Date;
    method: Generated<ProofMethod>;
    address: string | null;
    user_agent: string | null;
    generation: Generated<number>;
    rotated_at: Date | null;
    ended_at: Date | null;
    ended_how: SessionEnd | null;
    ended_by_name: string | null;
    id_token_key_id: string | null;
    id_token_sealed: Buffer | null;
    provider_sid: string | null;
  };
  sign_in_locks: {
    key: string;
    failures: number;
    first_failure_at: Date;
    locked_until: Date | null;
  };
  rates: {
    key: string;
    full_at: Date;
  };
  issuer_tokens: {
    session_id: string;
    key_id: string | null;
    sealed: Buffer | null;
    leased_until: Date | null;
    updated_at: Date;
  };
  operations: {
    id: string;
    card_id: string;
    mode: Mode;
    direction: Direction;
    amount_units: bigint;
    currency: string;
    reference: string;
    details: Json;
    reason_code: string | null;
    fingerprint: string;
    operator_id: string;
    operator_name: string;
    status: OperationStatus;
    created_at: Date;
    /** Until when its sender surely lives, on the database's clock. */
    lease_until: Date;
    holds_reference: Generated<boolean>;
    outcome_at: Date | null;
    movement_id: string | null;
    unknown_since: Date | null;
    looks: Generated<number>;
    last_look_at: Date | null;
    next_look_at: Date | null;
    proposal: ColumnType<unknown, string | null | undefined, string | null>;
    resends: string | null;
    reverses: string | null;
  };
  journal: {
    seq: Generated<bigint>;
    at: Date;
    kind: JournalEvent["kind"] | AccessEvent["kind"];
    operation_id: string | null;
    card_id: string | null;
    operator_id: string | null;
    operator_name: string;
    operator_role: string;
    address: string | null;
    request_id: string | null;
    session_id: string | null;
    about_operator_id: string | null;
    data: Json;
  };
  recent_entries: {
    key: string;
    at: Date;
  };
  reference_counters: {
    direction: Direction;
    day: string;
    last: number;
  };
  sending_line: {
    id: number;
    stopped_at: Date | null;
    stopped_by_name: string | null;
    reason: string | null;
    is_automatic: boolean;
  };
  cards_seen: {
    card_id: string;
    masked_number: string | null;
    last_four: string | null;
    holder: string | null;
    issuer_status: string | null;
    currency: string | null;
    seen_at: Date;
  };
  card_visits: {
    operator_id: string;
    card_id: string;
    visited_at: Date;
  };
}
