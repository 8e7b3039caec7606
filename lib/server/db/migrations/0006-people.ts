import "server-only";

import { sql } from "kysely";
import type { Migration } from "kysely";

const STATEMENTS = [
  // Who comes from a provider has no password of ours.
  sql`alter table operators alter column password_hash drop not null`,
  sql`alter table operators add column provider_issuer text`,
  sql`alter table operators add column provider_subject text`,
  sql`alter table operators add column must_change_password boolean not null default false`,
  sql`alter table operators add column former_hashes jsonb not null default '[]'`,
  sql`alter table operators add column totp_key_id text`,
  sql`alter table operators add column totp_sealed bytea`,
  // Null while the person has not yet shown a code of it.
  sql`alter table operators add column totp_confirmed_at timestamptz`,
  // The step of the last code that was taken: each code is good once.
  sql`alter table operators add column totp_last_step bigint`,
  sql`alter table operators add column last_signed_in_at timestamptz`,
  // Since when somebody who is let in again counts as present, for those whom ninety days shut out.
  sql`alter table operators add column enabled_at timestamptz`,
  sql`create unique index operators_provider on operators (provider_issuer, provider_subject)
    where provider_subject is not null`,

  sql`create table recovery_codes (
    operator_id uuid not null references operators (id),
    hash text not null,
    used_at timestamptz,
    primary key (operator_id, hash)
  )`,

  sql`alter table sessions add column last_seen_at timestamptz`,
  sql`update sessions set last_seen_at = created_at`,
  sql`alter table sessions alter column last_seen_at set not null`,
  sql`alter table sessions add column locked_at timestamptz`,
  sql`alter table sessions add column proven_at timestamptz`,
  sql`update sessions set proven_at = created_at`,
  sql`alter table sessions alter column proven_at set not null`,
  sql`alter table sessions add column method text not null default 'password'
    check (method in ('password', 'code', 'provider'))`,
  sql`alter table sessions add column address text`,
  sql`alter table sessions add column user_agent text`,
  // Counts up with each proof of who it is: a cookie from before is worth nothing after.
  sql`alter table sessions add column generation integer not null default 0`,
  sql`alter table sessions add column rotated_at timestamptz`,
  sql`alter table sessions add column ended_how text`,
  sql`alter table sessions add column ended_by_name text`,
  sql`alter table sessions add column id_token_key_id text`,
  sql`alter table sessions add column id_token_sealed bytea`,
  sql`alter table sessions add column provider_sid text`,
  sql`create index sessions_open on sessions (operator_id, last_seen_at desc) where ended_at is null`,

  // By a keyed hash of what was typed, whether or not such an account exists.
  sql`create table sign_in_locks (
    key text primary key,
    failures integer not null,
    first_failure_at timestamptz not null,
    locked_until timestamptz
  )`,

  // From where, and under which number in the log: PCI DSS 10.2.2 asks for both of every event.
  sql`alter table journal add column address text`,
  sql`alter table journal add column request_id uuid`,
  sql`alter table journal add column session_id uuid`,
  // Whom an entry about a person is about.
  sql`alter table journal add column about_operator_id uuid`,
  sql`create index journal_by_person on journal (operator_id, seq)`,
  sql`create index journal_about_person on journal (about_operator_id, seq)
    where about_operator_id is not null`,
  // Entries about access have no card either, and there are many of them.
  sql`drop index journal_of_desk`,
  sql`create index journal_of_line on journal (seq)
    where kind in ('line.stopped', 'line.resumed')`,
];

export const people: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
