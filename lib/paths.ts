import type { Route } from "next";

import type { CardId, OperationId, OperatorId } from "./domain/ids";
import type { Month } from "./domain/month";
import type { Direction, Mode } from "./domain/operation";
import type { SignInProblem } from "./domain/sign-in-problem";

type Query = Readonly<Record<string, string | null | undefined>>;

/** Every URL of the desk. People bookmark them: a change here is a change of the product. */
export const paths = {
  home: () => url("/"),
  /** `callbackUrl` is a path of ours to come back to, `error` why somebody is there again. */
  signIn: (callbackUrl?: string, error?: SignInProblem) =>
    url("/sign-in", { callbackUrl: callbackUrl === "/" ? undefined : callbackUrl, error }),

  /** Where a locked session is opened again, when no page of its own covers itself. */
  locked: (callbackUrl?: string) => url("/locked", { callbackUrl }),
  /** Where a provider sends a person back to who has proven there who they are. */
  proven: () => url("/proven"),
  /** Where an account gets what it lacks: a password of its own, a second factor. */
  setUp: (callbackUrl?: string) => url("/set-up", { callbackUrl }),

  /**
   * The card finder's answer; without `find` the bare address that its form submits to. `refused`
   * answers what must not stand in an address: a whole card number.
   */
  cards: (query: { find?: string; refused?: "card-number" } = {}) => url("/cards", query),
  card: (cardId: CardId) => url(`/cards/${segment(cardId)}`),
  /**
   * `again` names a refused operation whose fields fill the form; `reverses` an applied one that the
   * form takes back.
   */
  funds: (
    cardId: CardId,
    query: {
      mode?: Mode;
      operation?: Direction;
      again?: OperationId;
      reverses?: OperationId | null;
    } = {},
  ) => url(`/cards/${segment(cardId)}/funds`, query),
  /** The card's month that has just begun or is going on, by the desk's clock. */
  movementsNow: (cardId: CardId) => url(`/cards/${segment(cardId)}/movements`),
  movements: (cardId: CardId, month: Month, query: Query = {}) =>
    url(`/cards/${segment(cardId)}/movements/${segment(month)}`, query),
  cardNotes: (cardId: CardId, query: Query = {}) => url(`/cards/${segment(cardId)}/notes`, query),

  /** What is known that somebody should see before sending this; as JSON. */
  sense: (cardId: CardId, query: Query) => url(`/api/cards/${segment(cardId)}/sense`, query),

  operations: (query: Query = {}) => url("/operations", query),
  operation: (operationId: OperationId) => url(`/operations/${segment(operationId)}`),
  /** `{ status }`, for a page that waits. */
  operationStatus: (operationId: OperationId) => url(`/api/operations/${segment(operationId)}`),
  /** The shift's list of what has no known outcome; `only` names a part of it. */
  unsettled: (query: { only?: string } = {}) => url("/unsettled", query),
  /** `{ version, now }`, for a page that shows that list. */
  unsettledVersion: () => url("/api/unsettled"),
  notes: (query: Query = {}) => url("/notes", query),
  /** Everybody's own: who one is, how one signs in, where one is signed in. */
  account: () => url("/settings/account"),
  people: (query: Query = {}) => url("/settings/people", query),
  newPerson: () => url("/settings/people/new"),
  person: (operatorId: OperatorId) => url(`/settings/people/${segment(operatorId)}`),
  /** All people as CSV, for a review of who may do what. */
  peopleList: () => url("/api/people"),
  /** Everybody's open sessions. */
  sessions: () => url("/settings/sessions"),
  /** Leads on to the first of the settings that one may see. */
  settings: () => url("/settings"),
  /** Whether the desk sends, and the switch. */
  settingsLine: (query: Query = {}) => url("/settings/line", query),
  /** `{ line, unsettledCount }`, for every open page. */
  pulse: () => url("/api/pulse"),
  /** What is left of one's session, and after a proof its new cookie. */
  session: () => url("/api/session"),

  healthLive: () => url("/api/health/live"),
  healthReady: () => url("/api/health/ready"),
  metrics: () => url("/api/metrics"),
  /**
   * Leads to the provider for a fresh sign-in that proves the session, and back to `callbackUrl`; with
   * `proof` in its query when it proved nothing.
   */
  proveAtProvider: (callbackUrl: string) => url("/api/auth/prove", { callbackUrl }),
} as const;

/**
 * Where to go after signing in: the path when it is one of our own pages, home otherwise. Takes the
 * text of a query string, so everything that a browser might read as another host is refused.
 */
export function ownPath(text: string | null | undefined): Route {
  if (text == null || !/^\/(?![/\\])/.test(text) || /[\\\p{Cc}]/u.test(text)) return paths.home();
  if (!URL.canParse(text, OWN_ORIGIN)) return paths.home();
  const parsed = new URL(text, OWN_ORIGIN);
  if (parsed.origin !== OWN_ORIGIN) return paths.home();
  // A path such as "/x/..//host" is ours only before it is resolved.
  if (parsed.pathname.startsWith("//")) return paths.home();
  if (/^\/(?:api|sign-in|locked|set-up)(?:\/|$)/.test(parsed.pathname)) return paths.home();
  return url(parsed.pathname + parsed.search + parsed.hash);
}

const OWN_ORIGIN = "http://desk.invalid";

/** Values are escaped; those that are null, undefined or empty are left out. */
function url(path: string, query: Query = {}): Route {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value);
  const search = parameters.toString();
  // `Route` is known to the router from the folders of app/. This file is the one place where an
  // address is put together, and the snapshot in paths.test.ts is read by whoever changes it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (search === "" ? path : `${path}?${search}`) as Route;
}

function segment(text: string): string {
  return encodeURIComponent(text);
}
