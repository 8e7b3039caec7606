import { now } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/connect";
import { appendAccessEvent } from "@/lib/server/journal/append";
import { resealAll, type Resealed } from "@/lib/server/reseal";
import type { SealPurpose } from "@/lib/server/seal";

/** What is to do about a value that no secret opens. */
const REMEDIES: Readonly<Record<SealPurpose, string>> = {
  "issuer tokens": "the desk logs in to the issuer anew",
  "second factor": "their people cannot sign in: set it up again, or find the secret",
  "id token": "signing out there asks once more",
};

/** Seals everything under the first secret, and puts that on record; answers with the lines to show. */
export async function reseal(db: Database, secrets: readonly string[]): Promise<string> {
  const kinds = await resealAll(db, secrets);
  const anew = sum(kinds.map((kind) => kind.anew));
  const unreadable = sum(kinds.map((kind) => kind.unreadable));
  const event = { kind: "secrets.resealed", anew, unreadable } as const;
  await appendAccessEvent(db, now(), { kind: "command-line" }, event);
  const lines = kinds.flatMap(linesOf);
  const end =
    unreadable === 0
      ? "DESK_SEALING_SECRETS needs only its first secret now."
      : "A secret is missing in DESK_SEALING_SECRETS. Nothing was lost: add it after the first and say this again.";
  return [...lines, end].join("\n");
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function linesOf({ purpose, anew, current, unreadable }: Resealed): string[] {
  const line = `${purpose.padEnd(14)} ${anew} sealed anew, ${current} already under the first secret`;
  if (unreadable === 0) return [line];
  return [`${line}, ${unreadable} that no secret opens (${REMEDIES[purpose]})`];
}
