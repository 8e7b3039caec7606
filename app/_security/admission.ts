/** Many times what the largest form of the desk takes. */
export const BODY_MAX_BYTES = 256 * 1024;

/** What a request may not be, whoever sends it and wherever it goes. */
export type Refusal = "method" | "foreign" | "length" | "size";

export const STATUS_OF_REFUSAL = {
  method: 405,
  foreign: 403,
  length: 411,
  size: 413,
} as const satisfies Record<Refusal, number>;

interface Asked {
  readonly method: string;
  readonly headers: Pick<Headers, "get" | "has">;
}

/**
 * Why a request is turned away before anything looks at it; null for one that may come in.
 * `publicUrl` is where people reach the desk.
 */
export function refusalOf(request: Asked, publicUrl: string): Refusal | null {
  const { method, headers } = request;
  if (method !== "GET" && method !== "HEAD" && method !== "POST") return "method";
  if (method === "POST" && !isFromOwnPage(headers, publicUrl)) return "foreign";
  // What does not say its size could be any; our own pages always say it.
  if (headers.has("transfer-encoding")) return "length";
  const size = headers.get("content-length");
  if (method === "POST" && size === null) return "length";
  return Number(size ?? 0) > BODY_MAX_BYTES ? "size" : null;
}

/**
 * Whether a request that may change something was made by a page of ours. A browser says where it
 * comes from with every POST and no page can make it lie; what says nothing is no page of ours.
 */
function isFromOwnPage(headers: Asked["headers"], publicUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const own = new URL(publicUrl);
  if (origin === own.origin) return true;
  // On one's own machine the same desk has several names: localhost, 127.0.0.1, [::1].
  const given = new URL(origin);
  return (
    isLoopback(own.hostname) &&
    isLoopback(given.hostname) &&
    given.protocol === "http:" &&
    origin === given.origin &&
    given.host === headers.get("host")
  );
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
