import { LOST, type Lost } from "./door";

/** Longer than a submission may take: two attempts, and a wait for a token. */
const ANSWER_TIMEOUT_MS = 60_000;

/** An answer of which every byte has come. */
export interface Whole {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks a desk; LOST when it is away, or was killed while it answered. */
export async function ask(url: string, init: RequestInit = {}): Promise<Whole | Lost> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  } catch {
    // fetch throws for whatever is no answer; which of the ways it was makes no difference here.
    return LOST;
  }
}

/** Undefined for what is no JSON: an error page, or nothing. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse has no other way to say so.
    return undefined;
  }
}
