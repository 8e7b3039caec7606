import "server-only";

import { sql } from "kysely";
import type { Migration } from "kysely";

const STATEMENTS = [
  sql`alter table operations drop constraint operations_status_check`,
  sql`alter table operations add constraint operations_status_check
    check (status in ('intended', 'applied', 'refused', 'unknown', 'not-applied'))`,
  // A sender renews its lease while it sends. On the database's clock: the clocks of two instances
  // may differ by more than a lease.
  sql`alter table operations add column lease_until timestamptz`,
  sql`update operations set lease_until = send_deadline`,
  sql`alter table operations alter column lease_until set not null`,
  sql`alter table operations drop column send_deadline`,
  // Given back once, and never taken again: an answer that comes late may turn an operation that was
  // proven absent into an applied one, while another already has the reference.
  sql`alter table operations add column holds_reference boolean not null default true`,
  sql`update operations set holds_reference = false where status = 'refused'`,
  sql`drop index operations_reference_held`,
  sql`create unique index operations_reference_held on operations (card_id, reference)
    where holds_reference`,

  sql`alter table operations add column unknown_since timestamptz`,
  sql`update operations set unknown_since = outcome_at where status = 'unknown'`,
  sql`alter table operations add column looks integer not null default 0`,
  sql`alter table operations add column last_look_at timestamptz`,
  sql`alter table operations add column next_look_at timestamptz`,
  sql`update operations set next_look_at = outcome_at where status = 'unknown'`,
  sql`alter table operations add column proposal jsonb`,
  sql`create index operations_on_lease on operations (lease_until) where status = 'intended'`,
  sql`create index operations_to_look_at on operations (next_look_at) where status = 'unknown'`,
  sql`create index operations_once_unknown on operations (created_at) where unknown_since is not null`,

  sql`alter table operations add column resends uuid references operations (id)`,
  sql`create unique index operations_resent_once on operations (resends) where holds_reference`,
  sql`alter table operations add column reverses uuid references operations (id)`,
  sql`create index operations_by_reversed on operations (reverses) where reverses is not null`,

  // One row: whether the desk sends at all.
  sql`create table sending_line (
    id integer primary key check (id = 1),
    stopped_at timestamptz,
    stopped_by_name text,
    reason text,
    is_automatic boolean not null default false
  )`,
  sql`insert into sending_line (id) values (1)`,

  // The desk's own token for the issuer has no session.
  sql`alter table issuer_tokens drop constraint issuer_tokens_session_id_fkey`,
];

export const exactlyOnce: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
