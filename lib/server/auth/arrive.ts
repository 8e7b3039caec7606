import "server-only";

import { ownPath, paths } from "@/lib/paths";

import type { Desk, Origin } from "../desk";
import type { Journey } from "./journey";
import type { Arrival } from "./next-auth";
import { proveByProvider, signInByProvider } from "./provider-sign-in";
import type { Vouched } from "./provider-sign-in";
import { FIRST_GENERATION } from "./session-cookie";
import { standingOf } from "./standing";
import type { Ticket } from "./standing";

/** Whom the browser came back from the provider as, and on which journey. */
export interface Comer {
  readonly origin: Origin;
  /** The session that the browser has. */
  readonly ticket: Ticket | null;
  /** Where a session is to be proven and none to be opened. */
  readonly journey: Journey | null;
}

/** What the cookie is to say now; a text is the path to go to instead. */
export function arrive(desk: Desk, comer: Comer, vouched: Vouched): Promise<Arrival | string> {
  const { journey } = comer;
  return journey === null ? open(desk, comer, vouched) : prove(desk, comer, journey, vouched);
}

async function open(
  desk: Desk,
  { origin, ticket }: Comer,
  vouched: Vouched,
): Promise<Arrival | string> {
  const opened = await signInByProvider(desk, origin, vouched, ticket?.sessionId ?? null);
  if (!opened.ok) return paths.signIn(undefined, opened.failure);
  return {
    ticket: { sessionId: opened.value, generation: FIRST_GENERATION },
    isNew: true,
    leftMs: desk.sessionRules.maxAgeMs,
  };
}

async function prove(
  desk: Desk,
  { origin, ticket }: Comer,
  { sid, atMs, back }: Journey,
  vouched: Vouched,
): Promise<Arrival | string> {
  const isSame = ticket !== null && ticket.sessionId === sid;
  const standing = isSame ? await standingOf(desk, ticket, origin) : null;
  if (standing === null || standing.kind === "nobody") return withoutProof(back, "signed-out");
  const renewal = await proveByProvider(desk, standing.actor, vouched, atMs);
  if (!renewal.ok) {
    switch (renewal.failure) {
      case "other-person":
      case "not-fresh":
      case "signed-out":
        return withoutProof(back, renewal.failure);
      case "no-role":
      case "disabled":
      case "dormant":
      case "no-address":
        // The session is over together with what the person may do.
        return paths.signIn(undefined, renewal.failure);
    }
  }
  const { generation, expiresAt } = renewal.value;
  const leftMs = expiresAt.getTime() - desk.now().getTime();
  return { ticket: { sessionId: sid, generation }, isNew: false, leftMs };
}

/** Where somebody comes back to who has proven nothing, with why in the query. */
export function withoutProof(back: string, why: string): string {
  const url = new URL(back, "http://desk.invalid");
  url.searchParams.set("proof", why);
  return ownPath(url.pathname + url.search);
}
