import type { Door } from "@/app/_security/doors";

import type { Role } from "../fixtures";
import { calling } from "./ask";
import type { Answer, Asking, BuiltAction } from "./ask";
import {
  ACTIONS,
  HANDLERS,
  PAGES,
  ROLES,
  addressOf,
  inputFor,
  isGranted,
  isOpen,
  servesLocked,
  takesNothing,
} from "./places";

/** One try at a door, and how it looks when it stays shut. */
export interface Attack {
  readonly what: string;
  readonly asking: Asking;
  readonly isHeldOff: (answer: Answer) => boolean;
}

/** What an attacker has, or has stolen. */
export interface Loot {
  readonly baseURL: string;
  readonly cookieOf: Readonly<Record<Role, string>>;
  /** A cookie of a session that its person has locked. */
  readonly locked: string;
  /** Cookies that nobody should be let in with, and what each of them is. */
  readonly worthless: Readonly<Record<string, string>>;
  readonly actions: ReadonlyMap<string, BuiltAction>;
}

const EVIL = "https://evil.example";
const TOO_LARGE = JSON.stringify(["x".repeat(300_000)]);

/** The door itself turned it away, before anything looked at it. */
export const isTurnedAway = ({ status, value }: Answer): boolean =>
  [403, 404, 405, 411, 413].includes(status) && value === undefined;

/** The action answered with this failure. */
const hasFailed =
  (...kinds: readonly string[]) =>
  ({ value }: Answer): boolean =>
    kinds.includes(failureOf(value) ?? "");

/** The kind of failure that an action answered with; undefined for none. */
export function failureOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("failure" in value)) return undefined;
  const { failure } = value;
  if (typeof failure !== "object" || failure === null || !("kind" in failure)) return undefined;
  return typeof failure.kind === "string" ? failure.kind : undefined;
}

/** The page sent elsewhere, and told nothing else. */
const isSentTo =
  (path: string) =>
  ({ status, location }: Answer): boolean =>
    status >= 300 &&
    status < 400 &&
    (location ?? "").replace(/^https?:\/\/[^/]+/, "").startsWith(path);

/** As its heading: every page carries the words, for the browser to say them. */
const FORBIDDEN = ">This page is not open to your role<";

/** The page says that it is not for this role. */
export const isForbidden = ({ status, text }: Answer): boolean =>
  status === 200 && text.includes(FORBIDDEN);

const nameOf = (door: Door) => door.action ?? addressOf(door);

/** The action as it is built; throws for one that is not. */
export function builtAs(door: Door, actions: Loot["actions"]): BuiltAction {
  const built = actions.get(`${door.file}: ${door.action}`);
  if (built === undefined) throw new Error(`The build has no action ${door.action}.`);
  return built;
}

/** Attacks on an action: by nobody, by whom it is not for, from elsewhere, with something else. */
function onAction(door: Door, loot: Loot): Attack[] {
  const { baseURL, actions, cookieOf, worthless, locked } = loot;
  const { id, page } = builtAs(door, actions);
  const path = addressOf({ file: page });
  const allowed = ROLES.find((role) => isGranted(door, role)) ?? "admin";
  const call: Call = (what, isHeldOff, rest) => ({
    what: `${nameOf(door)} ${what}`,
    asking: calling(baseURL, id, inputFor(door), { path, cookie: cookieOf[allowed], ...rest }),
    isHeldOff,
  });
  const { Origin: _, ...silent } = calling(baseURL, id, inputFor(door)).headers ?? {};
  const silently = { method: "POST", path, body: JSON.stringify([inputFor(door)]) };
  const attacks = [
    call("from a foreign page", isTurnedAway, { headers: { Origin: EVIL } }),
    call("from a page without a name", isTurnedAway, { headers: { Origin: "null" } }),
    call("from the same site", isTurnedAway, { headers: { "Sec-Fetch-Site": "same-site" } }),
    call("with a host that fits the foreign page", isTurnedAway, {
      headers: { Origin: EVIL, "X-Forwarded-Host": "evil.example", Forwarded: "host=evil.example" },
    }),
    {
      what: `${nameOf(door)} from nowhere`,
      asking: { ...silently, headers: silent, cookie: cookieOf[allowed] },
      isHeldOff: isTurnedAway,
    },
    call("with too much", isTurnedAway, { body: TOO_LARGE }),
    call("with a stream", isTurnedAway, { body: new Blob(["[{}]"]).stream() }),
    ...["/icon.svg", "/favicon.ico", "/_next/static/x", "/_next/image", "/api/pulse"].map((way) =>
      call(`from a foreign page, by way of ${way}`, isTurnedAway, {
        path: way,
        headers: { Origin: EVIL },
      }),
    ),
  ];
  if (isOpen(door)) return attacks;
  return [
    ...attacks,
    call("by nobody", hasFailed("signed-out"), { cookie: null }),
    // A page without its code: the server passes the call on to itself.
    call("by nobody, from the sign-in page", hasFailed("signed-out"), {
      cookie: null,
      path: "/sign-in",
    }),
    ...Object.entries(worthless).map(([what, cookie]) =>
      call(`with ${what}`, hasFailed("signed-out"), { cookie }),
    ),
    ...ROLES.filter((role) => !isGranted(door, role)).map((role) =>
      call(`by the ${role}`, hasFailed("denied"), { cookie: cookieOf[role] }),
    ),
    ...(servesLocked(door) ? [] : [call("while locked", hasFailed("locked"), { cookie: locked })]),
    ...(takesNothing(door) ? [] : withNonsense(call)),
  ];
}

type Call = (what: string, isHeldOff: Attack["isHeldOff"], rest: Partial<Asking>) => Attack;

function withNonsense(call: Call): Attack[] {
  return [
    call("with what is no JSON", isNoSuccess, { body: '[{"a":' }),
    call("with a prototype", isNoSuccess, {
      body: '[{"__proto__":{"role":"admin"},"constructor":1}]',
    }),
    call("with a reference to what is not there", isNoSuccess, { body: '["$F1","$@2","$Q3"]' }),
  ];
}

/** An answer that did nothing: a failure of ours, or one of the framework's. */
function isNoSuccess({ status, value }: Answer): boolean {
  return failureOf(value) !== undefined || (value === undefined && status >= 400);
}

function onHandler(door: Door, { baseURL, cookieOf, worthless, locked }: Loot): Attack[] {
  const path = addressOf(door);
  const allowed = cookieOf[ROLES.find((role) => isGranted(door, role)) ?? "admin"];
  const isStatus =
    (...statuses: readonly number[]) =>
    ({ status }: Answer) =>
      statuses.includes(status);
  const get = (what: string, statuses: readonly number[], asking: Partial<Asking>): Attack => ({
    what: `${path} ${what}`,
    asking: { path, cookie: allowed, ...asking },
    isHeldOff: isStatus(...statuses),
  });
  const body = "{}";
  const attacks = [
    get("written to from a foreign page", [403], {
      method: "POST",
      body,
      headers: { Origin: EVIL },
    }),
    get("written to", [405], { method: "POST", body, headers: { Origin: baseURL } }),
    ...["PUT", "PATCH", "DELETE"].map((method) =>
      get(`asked to ${method}`, [405], { method, body, headers: { Origin: baseURL } }),
    ),
  ];
  if (isOpen(door)) return attacks;
  return [
    ...attacks,
    get("by nobody", [401], { cookie: null }),
    get("while locked", [423], { cookie: locked }),
    ...Object.entries(worthless).map(([what, cookie]) => get(`with ${what}`, [401], { cookie })),
    ...ROLES.filter((role) => !isGranted(door, role)).map((role) =>
      get(`by the ${role}`, [403, 404], { cookie: cookieOf[role] }),
    ),
    ...(/12345/.test(path)
      ? ["4111111111111111", "..%2F7", "%2e%2e", "12345%00", "1e3", "-1", "' or 1=1"].map((card) =>
          get(`of the card ${card}`, [400, 404], { path: path.replace("12345", card) }),
        )
      : []),
    ...(/2026-04/.test(path)
      ? ["2026-13", "2026-4", "..%2F..%2Ffunds", "0000-01"].map((month) =>
          get(`of the month ${month}`, [400, 404], { path: path.replace("2026-04", month) }),
        )
      : []),
  ];
}

function onPage(door: Door, { baseURL, cookieOf, worthless, locked }: Loot): Attack[] {
  const path = addressOf(door);
  const page = (what: string, isHeldOff: Attack["isHeldOff"], asking: Partial<Asking>): Attack => ({
    what: `${path} ${what}`,
    asking: { path, ...asking },
    isHeldOff,
  });
  const body = new URLSearchParams({ find: "12345" });
  const cookie = cookieOf.admin;
  const attacks = [
    page("posted to from a foreign page", isTurnedAway, {
      method: "POST",
      body,
      cookie,
      headers: { Origin: EVIL },
    }),
    page("posted to from nowhere", isTurnedAway, { method: "POST", body, cookie }),
    page("asked to DELETE", isTurnedAway, {
      method: "DELETE",
      cookie,
      headers: { Origin: baseURL },
    }),
  ];
  if (isOpen(door)) return attacks;
  return [
    ...attacks,
    page("by nobody", isSentTo("/sign-in"), {}),
    page("while locked", isSentTo("/locked"), { cookie: locked }),
    page("by nobody who skips the proxy", isSentTo("/sign-in"), {
      headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    }),
    page("by nobody, as the router asks", ({ text }) => !text.includes("GTQ"), {
      headers: { RSC: "1" },
      path: `${path}?_rsc=1`,
    }),
    ...Object.entries(worthless).map(([what, stolen]) =>
      page(`with ${what}`, isSentTo("/sign-in"), { cookie: stolen }),
    ),
    ...ROLES.filter((role) => !isGranted(door, role)).map((role) =>
      page(`by the ${role}`, isForbidden, { cookie: cookieOf[role] }),
    ),
  ];
}

/** Every attack on every door. */
export function attacksOn(loot: Loot): Attack[] {
  return [
    ...ACTIONS.flatMap((door) => onAction(door, loot)),
    ...HANDLERS.flatMap((door) => onHandler(door, loot)),
    ...PAGES.flatMap((door) => onPage(door, loot)),
  ];
}
