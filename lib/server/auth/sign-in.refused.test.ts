import type * as Argon2 from "@node-rs/argon2";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { addOperator, disableOperator, enableOperator } from "../operators/manage-operators";
import { mayCheckFromBusy } from "./known-address";
import { signIn } from "./sign-in";

const counted = vi.hoisted(() => ({ verified: 0 }));
// The library does its work; it is only counted how often.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof Argon2>();
  const verify: typeof real.verify = (...given) => {
    counted.verified += 1;
    return real.verify(...given);
  };
  return { ...real, verify };
});

const PASSWORD = "correct horse battery 1";
const REFUSED = { ok: false, failure: "refused" };
const DAY_MS = 24 * 3_600_000;
let test: TestDesk;
let email = "";
let people = 0;
let address = SOMEWHERE;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  people += 1;
  email = `ana${people}@example.com`;
  address = { ...SOMEWHERE, address: `198.51.100.${people}` };
  await addOperator(test.db, { email, name: "Ana López", role: "agent", password: PASSWORD });
  // The command line has a clock of its own; these people are as old as the test's.
  const created = { created_at: test.clock.now(), enabled_at: null };
  await test.db.updateTable("operators").set(created).where("email", "=", email).execute();
});

const tried = (changes: object = {}, desk = test.desk) =>
  signIn(desk, address, { email, password: PASSWORD, ...changes });

async function lock() {
  for (let i = 0; i < test.desk.signInLock.failures; i += 1)
    await tried({ password: "wrong one 1" });
}
async function journaled() {
  const rows = await test.db
    .selectFrom("journal")
    .innerJoin("operators", "operators.id", "journal.about_operator_id")
    .select(["journal.kind", "journal.data", "journal.address", "journal.operator_name"])
    .where("operators.email", "=", email)
    .orderBy("seq")
    .execute();
  return rows.map(({ kind, data, address: from, operator_name: by }) => ({ kind, data, from, by }));
}
const refusedFor = (cause: string) => ({
  kind: "session.refused",
  data: { cause },
  from: address.address,
  by: "",
});

describe("who is not let in gets the same answer after the same work:", () => {
  const branches: [string, () => Promise<unknown>, object][] = [
    ["an unknown address", () => Promise.resolve(), { email: "nobody@example.com" }],
    ["a wrong password", () => Promise.resolve(), { password: "wrong one 1" }],
    ["a locked account with the right password", () => lock(), {}],
    ["a locked account with a wrong password", () => lock(), { password: "wrong one 1" }],
    ["a disabled person", () => disableOperator(test.db, email), {}],
    [
      "somebody who has not been here for ninety days",
      async () => test.clock.advance(90 * DAY_MS),
      {},
    ],
    [
      "somebody of a provider, who has no password here",
      () =>
        test.db
          .updateTable("operators")
          .set({ password_hash: null })
          .where("email", "=", email)
          .execute(),
      {},
    ],
  ];
  it.each(branches)("%s", async (_, prepare, changes) => {
    await prepare();
    counted.verified = 0;
    expect(await tried(changes)).toEqual(REFUSED);
    expect(counted.verified).toBe(1);
  });
});

describe("ten wrong passwords in a row", () => {
  it("lock the account for half an hour, also for the right one", async () => {
    await lock();
    test.clock.advance(test.desk.signInLock.lockMs - 1);
    expect(await tried()).toEqual(REFUSED);
    test.clock.advance(1);
    expect(await tried()).toMatchObject({ ok: true });
  });

  it("are journaled, with where they came from, and never with what was typed", async () => {
    await lock();
    await tried();
    const events = await journaled();
    expect(events.filter(({ kind }) => kind === "session.refused")).toEqual([
      ...Array.from({ length: 10 }, () => refusedFor("wrong-password")),
      refusedFor("locked"),
    ]);
    expect(events.filter(({ kind }) => kind === "account.locked")).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("wrong one");
  });

  it("of an address that nobody has are journaled without the address", async () => {
    const strange = "somebody.else@example.com";
    for (let i = 0; i < 12; i += 1) expect(await tried({ email: strange })).toEqual(REFUSED);
    const { rows } = await sql<{ row: string }>`select journal::text as row from journal
      where kind in ('session.refused', 'account.locked') and about_operator_id is null`.execute(
      test.db,
    );
    expect(rows.length).toBeGreaterThanOrEqual(13);
    expect(JSON.stringify(rows)).not.toContain(strange);
  });
});

describe("an account that has not been used for ninety days", () => {
  it("is shut out, to the millisecond, until somebody enables it", async () => {
    test.clock.advance(90 * DAY_MS - 1);
    expect(await tried()).toMatchObject({ ok: true });
    test.clock.advance(90 * DAY_MS);
    expect(await tried()).toEqual(REFUSED);
    expect((await journaled()).at(-1)).toEqual(refusedFor("dormant"));
    await enableOperator(test.db, email);
    expect(await tried()).toMatchObject({ ok: true });
  });
});

describe("one network address from which a hundred sign-ins have failed", () => {
  const TOO_MANY = { ok: false, failure: "too-many" };
  const flood = async () => {
    for (let i = 0; i < 100; i += 1) await tried({ email: { like: `nobody${i}` } });
  };

  it("is turned away, with the same work for every account, and written down once", async () => {
    await flood();
    for (const changes of [{}, { email: "nobody@example.com" }, { password: "wrong one 1" }]) {
      counted.verified = 0;
      expect(await tried(changes)).toEqual(TOO_MANY);
      expect(counted.verified).toBe(1);
    }
    const written = await test.db
      .selectFrom("journal")
      .select("data")
      .where("kind", "=", "request.refused")
      .where("address", "=", address.address)
      .execute();
    expect(written).toEqual([{ data: { cause: "too-many-sign-ins", path: "/sign-in" } }]);
    address = { ...address, address: "203.0.113.77" };
    expect(await tried()).toMatchObject({ ok: true });
  });

  it("shuts out nobody who has worked from there in the last thirty days", async () => {
    expect(await tried()).toMatchObject({ ok: true });
    test.clock.advance(30 * DAY_MS - 1);
    await flood();
    expect(await tried()).toMatchObject({ ok: true });
    counted.verified = 0;
    expect(await tried({ password: "wrong one 1" })).toEqual(TOO_MANY);
    expect(counted.verified).toBe(1);
    await lock();
    counted.verified = 0;
    expect(await tried()).toEqual(TOO_MANY);
    expect(counted.verified).toBe(1);
    // The session of a moment ago counts now; that of a network elsewhere never does.
    address = { ...address, address: "203.0.113.78" };
    await flood();
    expect(await tried()).toEqual(TOO_MANY);
  });

  it("forgets after thirty days who has worked from there", async () => {
    expect(await tried()).toMatchObject({ ok: true });
    test.clock.advance(30 * DAY_MS);
    await flood();
    expect(await tried()).toEqual(TOO_MANY);
  });

  it("is one address for all who share the first half of an IPv6 address", async () => {
    address = { ...SOMEWHERE, address: `2001:db8:0:${people}::1` };
    expect(await tried()).toMatchObject({ ok: true });
    address = { ...SOMEWHERE, address: `2001:db8:0:${people}::2` };
    await flood();
    expect(await tried()).toMatchObject({ ok: true });
  });

  it("cannot keep the processors busy with passwords", async () => {
    await flood();
    counted.verified = 0;
    for (let i = 0; i < 119; i += 1) await mayCheckFromBusy(test.desk, address);
    for (let i = 0; i < 3; i += 1) expect(await tried()).toEqual(TOO_MANY);
    expect(counted.verified).toBe(1);
    test.clock.advance(60_000);
    await tried();
    expect(counted.verified).toBe(2);
  });
});

describe("a desk", () => {
  it("without accounts of its own takes no password", async () => {
    expect(await tried({}, { ...test.desk, hasOwnAccounts: false })).toEqual(REFUSED);
  });

  it("that cannot write its journal lets nobody in", async () => {
    await sql`alter table journal add constraint closed
      check (kind not like 'session.%') not valid`.execute(test.db);
    try {
      await expect(tried()).rejects.toThrow("closed");
      await expect(tried({ password: "wrong one 1" })).rejects.toThrow("closed");
      const sessions = await test.db
        .selectFrom("sessions")
        .innerJoin("operators", "operators.id", "sessions.operator_id")
        .select("sessions.id")
        .where("email", "=", email)
        .execute();
      expect(sessions).toEqual([]);
    } finally {
      await sql`alter table journal drop constraint closed`.execute(test.db);
    }
  });
});
