import "server-only";

import { sql } from "kysely";
import type { Migration } from "kysely";

const STATEMENTS = [
  sql`create table operators (
    id uuid primary key,
    email text not null,
    name text not null,
    role text not null check (role in ('agent', 'supervisor', 'auditor', 'admin')),
    password_hash text not null,
    created_at timestamptz not null,
    disabled_at timestamptz
  )`,
  sql`create unique index operators_email on operators (lower(email))`,

  sql`create table sessions (
    id uuid primary key,
    operator_id uuid not null references operators (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
  )`,
  sql`create table issuer_tokens (
    session_id uuid primary key references sessions (id) on delete cascade,
    key_id text,
    sealed bytea,
    leased_until timestamptz,
    updated_at timestamptz not null
  )`,

  // The status is a cache of the fold over the journal, written in the event's own transaction.
  sql`create table operations (
    id uuid primary key,
    card_id text not null,
    mode text not null check (mode in ('channel', 'adjustment')),
    direction text not null check (direction in ('ADD_FUNDS', 'WITHDRAW_FUNDS')),
    amount_units bigint not null check (amount_units > 0),
    currency text not null check (length(currency) = 3),
    reference text not null,
    details jsonb not null,
    reason_code text,
    fingerprint text not null,
    operator_id uuid not null,
    operator_name text not null,
    status text not null check (status in ('intended', 'applied', 'refused', 'unknown')),
    created_at timestamptz not null,
    send_deadline timestamptz not null,
    outcome_at timestamptz,
    movement_id text
  )`,
  // A refused operation gives its reference back; any other holds it on its card.
  sql`create unique index operations_reference_held on operations (card_id, reference)
    where status in ('intended', 'applied', 'unknown')`,
  // One movement of the feed belongs to one operation at most.
  sql`create unique index operations_movement_claimed on operations (card_id, movement_id)
    where movement_id is not null`,
  sql`create index operations_unsettled on operations (status, send_deadline)
    where status in ('intended', 'unknown')`,
  sql`create index operations_by_time on operations (created_at desc, id desc)`,
  sql`create index operations_by_operator on operations (operator_id, created_at desc)`,
  sql`create index operations_by_card on operations (card_id, created_at desc)`,
  sql`create index operations_by_reference on operations (reference)`,

  sql`create table journal (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null,
    operation_id uuid,
    card_id text,
    operator_id uuid,
    operator_name text not null,
    operator_role text not null,
    data jsonb not null
  )`,
  sql`create index journal_by_operation on journal (operation_id, seq)`,
  sql`create index journal_by_card on journal (card_id, seq)`,
  // Append-only for everyone, the application's own role included.
  sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'The journal is append-only.' using errcode = 'restrict_violation'; end $$`,
  sql`create trigger journal_is_append_only before update or delete on journal
    for each row execute function refuse_change()`,
  sql`create trigger journal_is_never_emptied before truncate on journal
    for each statement execute function refuse_change()`,

  sql`create table reference_counters (
    direction text not null,
    day text not null,
    last integer not null,
    primary key (direction, day)
  )`,
  sql`create table cards_seen (
    card_id text primary key,
    masked_number text,
    last_four text,
    holder text,
    issuer_status text,
    currency text,
    seen_at timestamptz not null
  )`,
  sql`create index cards_seen_by_last_four on cards_seen (last_four)`,
  sql`create table card_visits (
    operator_id uuid not null references operators (id),
    card_id text not null,
    visited_at timestamptz not null,
    primary key (operator_id, card_id)
  )`,
];

export const desk: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
