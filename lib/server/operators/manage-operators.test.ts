import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { signIn } from "../auth/sign-in";
import { DEMO_OPERATORS, DEMO_PASSWORD } from "./demo";
import {
  addOperator,
  disableOperator,
  enableOperator,
  listOperators,
  setPassword,
  setRole,
} from "./manage-operators";
import { seedDemoOperators } from "./seed-demo";

let test: TestDesk;
const ana = {
  email: "ana@example.com",
  name: "Ana López",
  role: "agent",
  password: "a long password 1",
};

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());

const listed = async (email: string) =>
  (await listOperators(test.db)).find((operator) => operator.email === email);

describe("operators", () => {
  it("are added with a small-letter address, and listed without their password", async () => {
    const added = await addOperator(test.db, {
      ...ana,
      email: " Ana@Example.com ",
      name: "  Ana López ",
    });
    expect(added).toMatchObject({
      ok: true,
      value: { email: "ana@example.com", name: "Ana López", role: "agent" },
    });
    expect(JSON.stringify(await listOperators(test.db))).not.toMatch(/argon2|password/);
  });

  it("are not added twice, whatever the case of the address", async () => {
    expect(await addOperator(test.db, { ...ana, email: "ANA@example.COM" })).toEqual({
      ok: false,
      failure: { kind: "exists" },
    });
    const both = await Promise.all(
      [1, 2].map(() => addOperator(test.db, { ...ana, email: "twice@example.com" })),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  it("of a provider keep no address from an account of ours, and the command means ours", async () => {
    const email = "both@example.com";
    const theirs = (sub: string) => ({
      id: randomUUID(),
      email,
      name: "Of the provider",
      role: "agent" as const,
      provider_issuer: "https://id.example",
      provider_subject: sub,
      created_at: new Date(),
    });
    await test.db
      .insertInto("operators")
      .values([theirs("one"), theirs("two")])
      .execute();
    const notFound = { ok: false, failure: { kind: "not-found" } };
    expect(await setPassword(test.db, email, "another password 1")).toEqual(notFound);
    expect(await setRole(test.db, email, "admin")).toEqual(notFound);
    // Nobody else could let the last administrator in again, or keep somebody out.
    expect(await disableOperator(test.db, email)).toMatchObject({ ok: true });
    expect(await enableOperator(test.db, email)).toMatchObject({ ok: true });
    expect(await addOperator(test.db, { ...ana, email })).toMatchObject({ ok: true });
    expect(await disableOperator(test.db, email)).toMatchObject({ value: { name: "Ana López" } });
    expect(await setRole(test.db, email, "admin")).toMatchObject({ value: { name: "Ana López" } });
  });

  it.each([
    [{ email: "ana" }, "email"],
    [{ email: "" }, "email"],
    [{ email: "a@b" }, "email"],
    [{ email: `${"x".repeat(200)}@example.com` }, "email"],
    [{ name: "  " }, "name"],
    [{ name: "x".repeat(101) }, "name"],
    [{ role: "root" }, "role"],
    [{ role: "" }, "role"],
  ])("are not added with %j", async (changes, field) => {
    const before = (await listOperators(test.db)).length;
    expect(await addOperator(test.db, { ...ana, email: "new@example.com", ...changes })).toEqual({
      ok: false,
      failure: { kind: "invalid", field },
    });
    expect(await listOperators(test.db)).toHaveLength(before);
  });

  it.each([
    ["short", "x".repeat(10) + "1"],
    ["long", "x1".repeat(101)],
    ["letters-and-digits", "correct horse battery"],
    ["common", "1qaz2wsx3edc"],
    ["personal", "ana lopez 1990"],
  ] as const)("are not added with a password that is %s", async (problem, password) => {
    const answer = await addOperator(test.db, { ...ana, email: "new@example.com", password });
    expect(answer).toEqual({ ok: false, failure: { kind: "invalid", field: "password", problem } });
  });

  it("change their role, and only to one that there is", async () => {
    expect(await setRole(test.db, "ANA@example.com", "supervisor")).toMatchObject({
      ok: true,
      value: { role: "supervisor" },
    });
    expect(await setRole(test.db, ana.email, "owner")).toEqual({
      ok: false,
      failure: { kind: "invalid", field: "role" },
    });
    expect(await listed(ana.email)).toMatchObject({ role: "supervisor" });
  });

  it("are disabled and enabled", async () => {
    expect(await disableOperator(test.db, ana.email)).toMatchObject({ ok: true });
    expect((await listed(ana.email))?.disabledAt).toBeInstanceOf(Date);
    expect(await enableOperator(test.db, ana.email)).toMatchObject({ ok: true });
    expect((await listed(ana.email))?.disabledAt).toBeNull();
  });

  it("keep their password when the new one is refused", async () => {
    expect(await setPassword(test.db, ana.email, "short")).toEqual({
      ok: false,
      failure: { kind: "invalid", field: "password", problem: "short" },
    });
    expect(await setPassword(test.db, ana.email, ana.password)).toEqual({
      ok: false,
      failure: { kind: "invalid", field: "password", problem: "used-before" },
    });
    expect(
      await signIn(test.desk, SOMEWHERE, { email: ana.email, password: ana.password }),
    ).toMatchObject({ ok: true });
  });

  it("that nobody has heard of are not found, and no address is no address", async () => {
    const nobody = "nobody@example.com";
    const notFound = { ok: false, failure: { kind: "not-found" } };
    expect(await disableOperator(test.db, nobody)).toEqual(notFound);
    expect(await enableOperator(test.db, nobody)).toEqual(notFound);
    expect(await setRole(test.db, nobody, "agent")).toEqual(notFound);
    expect(await setPassword(test.db, nobody, "a long password 1")).toEqual(notFound);
    expect(await disableOperator(test.db, "%")).toEqual({
      ok: false,
      failure: { kind: "invalid", field: "email" },
    });
  });
});

describe("the demo people", () => {
  it("are one of each role, may sign in, and a second seed changes nothing", async () => {
    await seedDemoOperators(test.databaseUrl);
    await setRole(test.db, "agent@desk.test", "auditor");
    await seedDemoOperators(test.databaseUrl);
    expect(await listed("agent@desk.test")).toMatchObject({ role: "auditor" });
    for (const { email } of DEMO_OPERATORS) {
      const opened = await signIn(test.desk, SOMEWHERE, { email, password: DEMO_PASSWORD });
      expect(opened.ok, email).toBe(true);
    }
    expect(new Set(DEMO_OPERATORS.map((person) => person.role)).size).toBe(4);
  });

  it("are let in again by a start after ninety days away, for nobody else could", async () => {
    const [person] = DEMO_OPERATORS;
    const typed = { email: person?.email ?? "", password: DEMO_PASSWORD };
    const longAgo = new Date("2024-01-01T00:00:00Z");
    await test.db
      .updateTable("operators")
      .set({ created_at: longAgo, enabled_at: null, last_signed_in_at: null })
      .where("email", "=", typed.email)
      .execute();
    expect((await signIn(test.desk, SOMEWHERE, typed)).ok).toBe(false);
    await seedDemoOperators(test.databaseUrl);
    expect((await signIn(test.desk, SOMEWHERE, typed)).ok).toBe(true);
  });
});
