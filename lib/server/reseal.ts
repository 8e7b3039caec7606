import "server-only";

import { sql } from "kysely";

import type { Database } from "./db/connect";
import { isCurrent, seal, unseal } from "./seal";
import type { SealKeys, SealPurpose } from "./seal";

/** Everything in the database that is sealed, each bound to the id of its row. */
const SEALED_COLUMNS = [
  {
    table: "issuer_tokens",
    id: "session_id",
    keyId: "key_id",
    sealed: "sealed",
    purpose: "issuer tokens",
  },
  {
    table: "operators",
    id: "id",
    keyId: "totp_key_id",
    sealed: "totp_sealed",
    purpose: "second factor",
  },
  {
    table: "sessions",
    id: "id",
    keyId: "id_token_key_id",
    sealed: "id_token_sealed",
    purpose: "id token",
  },
] as const satisfies readonly (Record<string, string> & { purpose: SealPurpose })[];

type SealedColumn = (typeof SEALED_COLUMNS)[number];

/** What became of the sealed values of one kind. */
export interface Resealed {
  readonly purpose: SealPurpose;
  /** Now under the first secret. */
  readonly anew: number;
  /** Were so before. */
  readonly current: number;
  /** Sealed under a secret that is not among those given, or damaged: left as they are. */
  readonly unreadable: number;
}

/** More than a desk has people; tokens come in such portions. */
const PORTION = 500;

/**
 * Seals everything that is sealed under the first of the secrets, so that the others can be given up.
 * The desk may run meanwhile: what it seals anew by itself is not touched.
 */
export async function resealAll(
  db: Database,
  secrets: readonly string[],
): Promise<readonly Resealed[]> {
  const kinds: Resealed[] = [];
  for (const column of SEALED_COLUMNS) kinds.push(await resealColumn(db, secrets, column));
  return kinds;
}

async function resealColumn(
  db: Database,
  secrets: readonly string[],
  column: SealedColumn,
): Promise<Resealed> {
  const { purpose } = column;
  const keys: SealKeys = { purpose, secrets };
  const counts = { anew: 0, current: 0, unreadable: 0 };
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await readPortion(db, column, after);
    for (const row of rows) counts[await resealRow(db, keys, column, row)] += 1;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PORTION) return { purpose, ...counts };
    after = last.id;
  }
}

interface SealedRow {
  readonly id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
}

async function readPortion(
  db: Database,
  { table, id, keyId, sealed }: SealedColumn,
  after: string,
): Promise<readonly SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select ${sql.ref(id)} as id, ${sql.ref(keyId)} as key_id, ${sql.ref(sealed)} as sealed
      from ${sql.table(table)}
     where ${sql.ref(keyId)} is not null and ${sql.ref(sealed)} is not null
       and ${sql.ref(id)} > ${after}::uuid
     order by ${sql.ref(id)} limit ${PORTION}`.execute(db);
  return rows;
}

async function resealRow(
  db: Database,
  keys: SealKeys,
  { table, id, keyId, sealed }: SealedColumn,
  row: SealedRow,
): Promise<"anew" | "current" | "unreadable"> {
  if (isCurrent(row.key_id, keys)) return "current";
  const text = unseal({ keyId: row.key_id, bytes: row.sealed }, keys, row.id);
  if (text === null) return "unreadable";
  const anew = seal(text, keys, row.id);
  // Only in the place of what was read: a token that was renewed meanwhile is newer than ours.
  await sql`update ${sql.table(table)}
      set ${sql.ref(keyId)} = ${anew.keyId}, ${sql.ref(sealed)} = ${anew.bytes}
    where ${sql.ref(id)} = ${row.id}::uuid and ${sql.ref(sealed)} = ${row.sealed}`.execute(db);
  return "anew";
}
