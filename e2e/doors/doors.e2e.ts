import { randomUUID } from "node:crypto";

import { expect, test } from "@playwright/test";

import type { Door } from "@/app/_security/doors";

import {
  ask,
  builtActions,
  calling,
  forgeCookie,
  openCookie,
  signOut,
  signedIn,
  stolenSecret,
} from "./ask";
import { attacksOn, builtAs, failureOf, isForbidden } from "./attacks";
import type { Attack, Loot } from "./attacks";
import { furtherAttacks, onOthers } from "./more-attacks";
import {
  ACTIONS,
  HANDLERS,
  PAGES,
  ROLES,
  addressOf,
  inputFor,
  isForOthers,
  isGranted,
  isOpen,
} from "./places";

/** Every door of the desk as it is built, tried by programs and not by a browser. */

const AT_ONCE = 4;

let loot: Loot;
let theirs: Record<"sessionId" | "operatorId", string>;

test.beforeAll(({ baseURL }) => plunder(baseURL ?? ""));

async function plunder(baseURL: string): Promise<void> {
  const [agent = "", supervisor = "", auditor = "", admin = ""] = await Promise.all(
    ROLES.map((role) => signedIn(baseURL, role)),
  );
  const secret = stolenSecret();
  const claims = await openCookie(admin, secret);
  const gone = await signedIn(baseURL, "admin");
  await signOut(baseURL, gone);
  const locked = await signedIn(baseURL, "admin");
  const actions = builtActions();
  loot = {
    baseURL,
    locked,
    cookieOf: { agent, supervisor, auditor, admin },
    actions,
    worthless: {
      "a cookie of one's own making": `desk-session=${unsealed(claims)}`,
      "a cookie sealed with another secret": await forgeCookie(claims, "x".repeat(48)),
      "a cookie of a session that has ended": gone,
      "a cookie of a session that never was": await forgeCookie(
        { ...claims, sid: randomUUID() },
        secret,
      ),
      "a cookie of an earlier proof": await forgeCookie(
        { ...claims, gen: Number(claims["gen"]) - 1 },
        secret,
      ),
      "a cookie of a proof to come": await forgeCookie(
        { ...claims, gen: Number(claims["gen"]) + 1 },
        secret,
      ),
    },
  };
  theirs = { sessionId: String(claims["sid"]), operatorId: randomUUID() };
  const lock = ACTIONS.find(({ action }) => action === "lockAction");
  if (lock === undefined) throw new Error("Nobody can lock their session.");
  expect(await failureOfCalling(lock, locked)).toBeUndefined();
}

/** A token that says of itself that nobody has signed it. */
function unsealed(claims: Record<string, unknown>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.`;
}

/** Tries them all, some at once, and says which of them got in. */
async function letIn(attacks: readonly Attack[]): Promise<string[]> {
  const got: string[] = [];
  const waiting = attacks.values();
  const attack = async () => {
    for (const { what, asking, isHeldOff } of waiting) {
      const answer = await ask(loot.baseURL, asking);
      const isIn = !isHeldOff(answer);
      if (isIn) got.push(`${what}: ${answer.status} ${JSON.stringify(answer.value) ?? ""}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, attack));
  return got;
}

test("nobody gets in by a door that is not theirs", async () => {
  test.setTimeout(240_000);
  const attacks = [...attacksOn(loot), ...furtherAttacks(loot), ...onOthers(loot, theirs)];
  const got = await letIn(attacks);
  // What the run is for, beside its verdict.
  process.stdout.write(`${attacks.length} attacks, ${got.length} let in\n`);
  expect(attacks.length).toBeGreaterThanOrEqual(150);
  expect(got).toEqual([]);
  for (const role of ROLES) {
    const { status } = await ask(loot.baseURL, { path: "/api/pulse", cookie: loot.cookieOf[role] });
    expect(status, `the ${role} is still signed in`).toBe(200);
  }
});

for (const role of ROLES) {
  test(`the ${role} gets in by every door that is theirs`, async () => {
    const { baseURL } = loot;
    // A session of its own: some of the actions end others, and the last one locks it.
    const cookie = await signedIn(baseURL, role);
    const shut: string[] = [];
    for (const door of PAGES.filter((one) => isGranted(one, role) && !isOpen(one))) {
      const answer = await ask(baseURL, { path: addressOf(door), cookie });
      const isElsewhere = /^\/(?:sign-in|locked|set-up)/.test(answer.location ?? "");
      const isIn = answer.status < 400 && !isElsewhere && !isForbidden(answer);
      if (!isIn) shut.push(`${addressOf(door)}: ${answer.status} ${answer.location}`);
    }
    for (const door of HANDLERS.filter((one) => isGranted(one, role))) {
      const { status } = await ask(baseURL, { path: addressOf(door), cookie });
      if ([401, 403, 405, 423, 429].includes(status)) shut.push(`${addressOf(door)}: ${status}`);
    }
    const granted = ACTIONS.filter(
      (one) => isGranted(one, role) && !isOpen(one) && !isForOthers(one),
    );
    for (const door of granted.toSorted((one) => (one.action === "lockAction" ? 1 : -1))) {
      const failure = await failureOfCalling(door, cookie);
      if (isShut(failure)) shut.push(`${door.action}: ${failure}`);
    }
    expect(shut).toEqual([]);
  });
}

/** What an action answered that was called as its own page would; undefined for a success. */
async function failureOfCalling(door: Door, cookie: string): Promise<string | undefined> {
  const { id, page } = builtAs(door, loot.actions);
  const call = calling(loot.baseURL, id, inputFor(door), {
    cookie,
    path: addressOf({ file: page }),
  });
  const { value, text } = await ask(loot.baseURL, call);
  // A success that is more than a few words is streamed in another way than the failures.
  return value === undefined && !/"a":"\$@/.test(text) ? "no answer" : failureOf(value);
}

/** Whether the failure says that the door is shut; any other comes from behind it. */
const isShut = (failure: string | undefined): boolean =>
  /^(?:signed-out|denied|locked|incomplete|too-many|no answer)$/.test(failure ?? "");

test("errors of the framework show no inside", async () => {
  const [{ id } = { id: "" }] = loot.actions.values();
  const cookie = loot.cookieOf.agent;
  const broken = calling(loot.baseURL, id, {}, { cookie, body: '["$F1"]' });
  for (const asking of [broken, { path: "/_next/image?url=/icon.svg&w=64&q=75" }]) {
    const { status, text } = await ask(loot.baseURL, asking);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/\n\s+at |node_modules|\.tsx?:\d|Error: /);
  }
});
