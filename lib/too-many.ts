// A page that turns somebody away can only throw, and the browser learns no more of it than the digest.

/** The digest of a page that was asked for too often. */
export function tooManyDigest(retryAfterMs: number): string {
  return `too-many;${Math.max(1, Math.ceil(retryAfterMs / 1_000))}`;
}

/** In how many seconds the page may be asked for again; null for a digest that says something else. */
export function secondsInDigest(digest: string | null): number | null {
  const [, seconds] = /^too-many;(\d{1,5})$/.exec(digest ?? "") ?? [];
  return seconds === undefined ? null : Number(seconds);
}

/** Whether this is such an answer, which the log has as one already, and no bug. */
export function isTooMany(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("digest" in error)) return false;
  return typeof error.digest === "string" && secondsInDigest(error.digest) !== null;
}
