import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { OperatorId } from "@/lib/domain/ids";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import {
  attempt,
  clearFailures,
  countFromAddress,
  lockedUntil,
  sweepLocks,
  takeBackFromAddress,
} from "./sign-in-locks";
import type { Verdict } from "./sign-in-locks";

const LIMIT = 10;
let test: TestDesk;
let email = "";
let people = 0;
let checked = 0;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(() => {
  people += 1;
  checked = 0;
  email = `ana${people}@example.com`;
});

const ABOUT = OperatorId.parse("01890000-0000-7000-8000-000000000001");

function say(verdict: Verdict, as = email) {
  const author = { kind: "nobody", origin: SOMEWHERE } as const;
  return attempt(test.desk, { door: "sign-in", author, email: as, operatorId: ABOUT }, () => {
    checked += 1;
    return Promise.resolve(verdict);
  });
}
async function times(count: number, verdict: Verdict) {
  const answers: string[] = [];
  for (let i = 0; i < count; i += 1) answers.push(await say(verdict));
  return answers;
}
const journaled = async () =>
  (
    await test.db
      .selectFrom("journal")
      .select(["kind", "data", "about_operator_id"])
      .where("kind", "=", "account.locked")
      .execute()
  ).map(({ data, about_operator_id: about }) => ({ data, about }));

describe("an account", () => {
  it("is locked by ten failures in a row, and then the right password does not count either", async () => {
    expect(await times(LIMIT, "wrong")).toEqual(Array.from({ length: LIMIT }, () => "wrong"));
    expect(checked).toBe(LIMIT);
    expect(await say("right")).toBe("locked");
    expect(checked, "a locked account's password is not even looked at").toBe(LIMIT);
  });

  it("is locked for half an hour, to the millisecond, however often it is tried meanwhile", async () => {
    await times(LIMIT, "wrong");
    test.clock.advance(test.desk.signInLock.lockMs / 2);
    await times(5, "wrong");
    test.clock.advance(test.desk.signInLock.lockMs / 2 - 1);
    expect(await say("right")).toBe("locked");
    test.clock.advance(1);
    expect(await say("right")).toBe("right");
  });

  it("is locked again only by ten failures more", async () => {
    await times(LIMIT, "wrong");
    test.clock.advance(test.desk.signInLock.lockMs);
    await times(LIMIT - 1, "wrong");
    expect(await say("right")).toBe("right");
  });

  it("may be mistyped nine times over and over: what is right wipes the count out", async () => {
    for (let day = 0; day < 3; day += 1) {
      await times(LIMIT - 1, "wrong");
      expect(await say("right")).toBe("right");
    }
  });

  it("is neither locked nor cleared by a right password without its code", async () => {
    await times(LIMIT - 1, "wrong");
    expect(await times(3, "undecided")).toEqual(["undecided", "undecided", "undecided"]);
    expect(await say("wrong")).toBe("wrong");
    expect(await say("undecided")).toBe("locked");
  });

  it("is checked no more than ten times by a hundred attempts at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => say("wrong")));
    expect(checked).toBe(LIMIT);
    expect(answers.filter((answer) => answer === "locked")).toHaveLength(100 - LIMIT);
  });

  it("is the same one whatever the case of its address, and no other", async () => {
    await times(LIMIT, "wrong");
    expect(await say("right", ` ${email.toUpperCase()} `)).toBe("locked");
    expect(await say("right", `other-${email}`)).toBe("right");
  });

  it("is journaled once when it locks, with whom it is about and until when", async () => {
    const before = (await journaled()).length;
    await times(LIMIT + 3, "wrong");
    const until = new Date(test.clock.now().getTime() + test.desk.signInLock.lockMs);
    expect((await journaled()).slice(before)).toEqual([
      { data: { until: until.toISOString() }, about: ABOUT },
    ]);
  });

  it("shows in the list of those that are locked, and may be opened by hand", async () => {
    await times(LIMIT, "wrong");
    const list = [email, "free@example.com"];
    expect([...(await lockedUntil(test.desk, list)).keys()]).toEqual([email]);
    await clearFailures(test.desk, email);
    expect(await lockedUntil(test.desk, list)).toEqual(new Map());
    expect(await say("right")).toBe("right");
  });
});

describe("the table of failures", () => {
  it("holds no address as it was typed, and no plain hash of one", async () => {
    await say("wrong");
    const rows = await test.db.selectFrom("sign_in_locks").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(email);
    const count = rows.length;
    const otherKey = { ...test.desk, secret: "another secret of thirty-two characters" };
    const author = { kind: "nobody", origin: SOMEWHERE } as const;
    await attempt(otherKey, { door: "sign-in", author, email, operatorId: null }, () =>
      Promise.resolve("wrong"),
    );
    const after = await test.db.selectFrom("sign_in_locks").selectAll().execute();
    expect(after).toHaveLength(count + 1);
  });

  it("forgets after thirty days, and not before", async () => {
    await times(LIMIT - 1, "wrong");
    await sweepLocks(test.desk);
    await say("wrong");
    expect(await say("right")).toBe("locked");
    test.clock.advance(31 * 24 * 3_600_000);
    await sweepLocks(test.desk);
    expect(await test.db.selectFrom("sign_in_locks").selectAll().execute()).toEqual([]);
  });
});

describe("a network address", () => {
  it("may fail a hundred times in a quarter of an hour over all accounts, and says once that it is more", async () => {
    const from = "198.51.100.7";
    const answers = [];
    for (let i = 0; i < 103; i += 1) answers.push(await countFromAddress(test.desk, from));
    expect(answers.map(({ isTooMany }) => isTooMany).lastIndexOf(false)).toBe(99);
    expect(answers.filter(({ isFirstTooMany }) => isFirstTooMany)).toHaveLength(1);
    expect((await countFromAddress(test.desk, "198.51.100.8")).isTooMany).toBe(false);
    test.clock.advance(15 * 60_000);
    expect((await countFromAddress(test.desk, from)).isTooMany).toBe(false);
  });

  it("is not slowed down by people who get in", async () => {
    const from = "198.51.100.9";
    for (let i = 0; i < 150; i += 1) {
      expect((await countFromAddress(test.desk, from)).isTooMany).toBe(false);
      await takeBackFromAddress(test.desk, from);
    }
  });
});
