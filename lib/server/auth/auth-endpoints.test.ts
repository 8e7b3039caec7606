import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { Jar, configureProcess, forgetProcess } from "@/lib/testing/auth-jar";
import { SOMEWHERE, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { addOperator } from "../operators/manage-operators";
import type { AuthAnswer } from "./auth-endpoints";
import { ticketIn } from "./session-cookie";
import { standingOf } from "./standing";

const PASSWORD = "correct horse battery 1";
let test: TestDesk;
let email = "";
let people = 0;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  people += 1;
  email = `ana${people}@example.com`;
  await addOperator(test.db, { email, name: "Ana", role: "agent", password: PASSWORD });
  configureProcess(test);
});
afterEach(forgetProcess);

const signIn = (jar: Jar, fields: Record<string, string> = {}) =>
  jar.post("callback/credentials", { email, password: PASSWORD, ...fields });
async function standing(jar: Jar) {
  const ticket = await ticketIn([...jar.cookies].find(([name]) => /desk-session/.test(name))?.[1]);
  return ticket === null ? "nobody" : (await standingOf(test.desk, ticket, SOMEWHERE)).kind;
}
const lineOf = (answer: AuthAnswer, name: string) =>
  answer.cookies.find((line) => line.startsWith(`${name}=`)) ?? "";

async function whileDatabaseIsAway<T>(run: () => Promise<T>): Promise<T> {
  const kept = globalThis.fundsDesk;
  globalThis.fundsDesk = {
    ...test.desk,
    now: () => {
      throw new Error('relation "operators" does not exist');
    },
  };
  try {
    return await run();
  } finally {
    globalThis.fundsDesk = kept;
  }
}

describe("signing in", () => {
  it("gives a cookie that scripts cannot read, and tells the browser nothing else", async () => {
    const jar = new Jar();
    const answer = await signIn(jar);
    expect(lineOf(answer, "desk-session")).toMatch(/; Path=\/;.*; HttpOnly; SameSite=Lax$/);
    expect(answer).toMatchObject({ location: "/", body: null });
    expect(await standing(jar)).toBe("active");
  });

  it("behind TLS ties every cookie to the host", async () => {
    configureProcess(test, "https://desk.example");
    const jar = new Jar();
    const answer = await signIn(jar);
    expect(answer.cookies.length).toBeGreaterThan(0);
    expect(jar.cookies.size).toBe(3);
    for (const name of jar.cookies.keys()) expect(name).toMatch(/^__Host-desk-/);
    for (const line of answer.cookies) {
      expect(line).toMatch(/; Path=\/;/);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).not.toMatch(/Domain/i);
    }
  });

  it("keeps in the cookie which session and which generation, and no more", async () => {
    const jar = new Jar();
    const answer = await signIn(jar);
    const ticket = await ticketIn(jar.cookies.get("desk-session"));
    expect(ticket).toEqual({ sessionId: answer.opened, generation: 0 });
  });

  it.each([
    ["/cards/12345/funds?mode=channel", "/cards/12345/funds?mode=channel"],
    ["http://desk.example/unsettled", "/unsettled"],
    ["https://evil.example/", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["http://desk.example.evil.example/", "/"],
    ["http://desk.example@evil.example/", "/"],
    ["/api/auth/csrf", "/"],
  ])("goes on to %j as %j", async (callbackUrl, location) => {
    const jar = new Jar();
    expect(await signIn(jar, { callbackUrl })).toMatchObject({ location });
  });

  it("says no more than that it was not right, with 401", async () => {
    const answer = await signIn(new Jar(), { password: "not the password" });
    expect(answer).toMatchObject({ status: 401, body: { failure: "refused" }, location: null });
    expect(lineOf(answer, "desk-session")).toBe("");
  });

  it("tells a failure of the desk apart with 503, and says nothing of its inside", async () => {
    const jar = new Jar();
    const answer = await whileDatabaseIsAway(() => signIn(jar));
    expect(answer).toMatchObject({ status: 503, body: { failure: "unavailable" } });
    expect(JSON.stringify(answer)).not.toContain("operators");
    expect(await standing(jar)).toBe("nobody");
  });

  it("does not work from another page: without its token nothing is looked at", async () => {
    const jar = new Jar();
    const forged = await jar.ask("POST", "callback/credentials", {
      email,
      password: PASSWORD,
      csrfToken: "forged",
    });
    expect(forged).toMatchObject({ opened: null, location: "/sign-in?error=unavailable" });
    expect(await standing(jar)).toBe("nobody");
  });

  it("takes no cookie that somebody else made: a session is new with every sign-in", async () => {
    const jar = new Jar();
    jar.cookies.set("desk-session", "chosen-by-somebody-else");
    await signIn(jar);
    const first = jar.cookies.get("desk-session");
    await signIn(jar);
    expect(jar.cookies.get("desk-session")).not.toBe(first);
    const ticket = await ticketIn(first);
    if (ticket === null) throw new Error("There was no session.");
    expect((await standingOf(test.desk, ticket, SOMEWHERE)).kind).toBe("nobody");
  });
});

describe("signing out", () => {
  it("ends the session on the server: a copy of its cookie is worth nothing", async () => {
    const jar = new Jar();
    await signIn(jar);
    const copy = new Jar();
    for (const [name, value] of jar.cookies) copy.cookies.set(name, value);
    const answer = await jar.post("signout");
    expect(answer).toMatchObject({ location: "/sign-in" });
    expect(lineOf(answer, "desk-session")).toMatch(/^desk-session=;.*(Max-Age=0|1970)/);
    expect(await standing(copy)).toBe("nobody");
  });

  it("that the server could not do keeps the cookie and says so", async () => {
    const jar = new Jar();
    await signIn(jar);
    const answer = await whileDatabaseIsAway(() => jar.post("signout"));
    expect(answer).toMatchObject({ status: 503, body: { failure: "unavailable" }, cookies: [] });
    expect(await standing(jar)).toBe("active");
    expect(await jar.post("signout")).toMatchObject({ location: "/sign-in" });
    expect(await standing(jar)).toBe("nobody");
  });

  it("does not work from another page", async () => {
    const jar = new Jar();
    await signIn(jar);
    const forged = await jar.ask("POST", "signout", { csrfToken: "forged" });
    expect(forged).toMatchObject({ status: 403, cookies: [] });
    expect(await standing(jar)).toBe("active");
  });

  it("is written down, once", async () => {
    const jar = new Jar();
    const { opened } = await signIn(jar);
    await jar.post("signout");
    await jar.post("signout");
    const ended = await test.db
      .selectFrom("journal")
      .select("data")
      .where("session_id", "=", opened)
      .where("kind", "=", "session.ended")
      .execute();
    expect(ended).toEqual([{ data: { how: "signed-out" } }]);
  });
});
