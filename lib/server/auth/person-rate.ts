import "server-only";

import { headers } from "next/headers";
import { cache } from "react";

import { tooManyDigest } from "@/lib/too-many";

import { placeIn, writeAccess } from "../access-log";
import { desk } from "../desk";
import type { Actor } from "../desk";
import { spendRate } from "../rates";
import { PATH_HEADER } from "../request-headers";

/** Spends one of the requests that a person has; null when there was one left. */
export function spendPersonRate({ operator }: Actor): Promise<{ retryAfterMs: number } | null> {
  return spendRate(desk(), `person:${operator.id}`, desk().rates.perPersonPerMinute);
}

/**
 * Writes down that a person asks for a page, and spends one of their requests on it; once for a page,
 * however many of its parts ask who it is for. Throws when there was none left.
 */
export const letPageThrough = cache(async (actor: Actor): Promise<void> => {
  const place = placeIn((await headers()).get(PATH_HEADER)?.split("?")[0] ?? "");
  const spent = await spendPersonRate(actor);
  const outcome = spent === null ? "asked" : "too-many";
  writeAccess({ kind: "page", ...place, actor, origin: actor }, outcome, null);
  if (spent !== null) throw new TooManyRequests(spent.retryAfterMs);
});

/** A page has no status to answer with: what it throws is shown by error.tsx, which gets the digest alone. */
class TooManyRequests extends Error {
  readonly digest: string;

  constructor(retryAfterMs: number) {
    super("too many requests of a person");
    this.digest = tooManyDigest(retryAfterMs);
  }
}
