import { randomUUID } from "node:crypto";

import { calling } from "./ask";
import type { Asking } from "./ask";
import { builtAs, failureOf, isTurnedAway } from "./attacks";
import type { Attack, Loot } from "./attacks";
import { ACTIONS, addressOf, isOpen, takesNothing } from "./places";

const EVIL = "https://evil.example";

/** Attacks on what has no door of its own: the sign-in, addresses to come back to, ids of others. */
export function furtherAttacks(loot: Loot): Attack[] {
  return [...onSignIn(loot), ...onRedirects(loot), ...onActionIds(loot)];
}

function onSignIn({ baseURL, cookieOf }: Loot): Attack[] {
  const right = { email: "admin@desk.test", password: "sandbox-sandbox", json: "true" };
  const post = (what: string, path: string, rest: Partial<Asking>): Attack => ({
    what: `${path} ${what}`,
    asking: { method: "POST", path, body: new URLSearchParams(right), ...rest },
    isHeldOff: isTurnedAway,
  });
  const signIn = "/api/auth/callback/credentials";
  const signOut = "/api/auth/signout";
  return [
    post("from a foreign page", signIn, { headers: { Origin: EVIL } }),
    post("from nowhere", signIn, {}),
    post("signs out from a foreign page", signOut, {
      headers: { Origin: EVIL },
      cookie: cookieOf.agent,
    }),
    post("signs out from nowhere", signOut, { cookie: cookieOf.agent }),
    {
      what: `${signIn} without the form's token`,
      asking: {
        method: "POST",
        path: signIn,
        body: new URLSearchParams(right),
        headers: { Origin: baseURL },
      },
      isHeldOff: ({ hasSession }) => !hasSession,
    },
    {
      what: `${signIn} by its address`,
      asking: { path: `${signIn}?${new URLSearchParams(right)}` },
      isHeldOff: ({ hasSession }) => !hasSession,
    },
    {
      what: "the session in the browser tells who somebody is",
      asking: { path: "/api/auth/session", cookie: cookieOf.admin },
      isHeldOff: ({ text }) => !/desk\.test|admin|sid|token/i.test(text),
    },
  ];
}

function onRedirects({ baseURL, cookieOf }: Loot): Attack[] {
  const places = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/%09/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "https:evil.example",
    "/api/auth/signout",
  ];
  const isOwn = (location: string | null) =>
    location === null || new URL(location, baseURL).origin === new URL(baseURL).origin;
  return places.flatMap((place) =>
    ["/sign-in", "/locked", "/api/auth/signin", "/api/auth/signout"].map((path) => ({
      what: `${path} leads on to ${place}`,
      asking: {
        path: `${path}?callbackUrl=${encodeURIComponent(place)}`,
        cookie: cookieOf.auditor,
      },
      isHeldOff: ({ location, text }) =>
        isOwn(location) && !/(?:href|action|content)="[^"]*(?:\/\/evil|javascript:)/i.test(text),
    })),
  );
}

function onActionIds({ baseURL, cookieOf, actions }: Loot): Attack[] {
  const [{ id: known } = { id: "" }] = actions.values();
  const made = randomUUID().replaceAll("-", "");
  const forged = [
    `${known.slice(0, 2)}${made}${made}`.slice(0, known.length),
    known.slice(0, -1),
    `${known}00`,
    "__proto__",
    "../../etc/passwd",
    "7f",
  ];
  return forged.map((id) => ({
    what: `an action with the made-up id ${id}`,
    asking: calling(baseURL, id, {}, { cookie: cookieOf.admin }),
    isHeldOff: ({ status, value }) => value === undefined && status >= 400,
  }));
}

/** The ids of others: what somebody may do with their own, and not with these. */
export function onOthers(
  { baseURL, cookieOf, actions }: Loot,
  theirs: Readonly<Record<"sessionId" | "operatorId", string>>,
): Attack[] {
  const onIds = ACTIONS.filter((door) => !isOpen(door) && !takesNothing(door));
  return onIds.map((door) => {
    const { id, page } = builtAs(door, actions);
    return {
      what: `${door.action} by the agent, with the admin's ids`,
      asking: calling(baseURL, id, theirs, {
        cookie: cookieOf.agent,
        path: addressOf({ file: page }),
      }),
      // Of one's own sessions none has this id. That the admin stays signed in is looked at after all.
      isHeldOff: ({ value }) =>
        failureOf(value) !== undefined || JSON.stringify(value)?.includes('{"ended":0}') === true,
    };
  });
}
