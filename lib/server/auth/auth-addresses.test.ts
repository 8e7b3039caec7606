import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { Jar, configureProcess, forgetProcess } from "@/lib/testing/auth-jar";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { addOperator } from "../operators/manage-operators";

const ANA = { email: "ana@example.com", password: "correct horse battery 1" };
let test: TestDesk;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
  await addOperator(test.db, { ...ANA, name: "Ana", role: "agent" });
});
afterAll(() => test.close());
beforeEach(() => configureProcess(test));
afterEach(forgetProcess);

describe("an address of next-auth that the desk does not use is not there:", () => {
  it.each([
    ["GET", "session"],
    ["POST", "session"],
    ["GET", "providers"],
    ["GET", "signin"],
    ["GET", "signin/credentials"],
    ["POST", "signin/credentials"],
    ["GET", "error"],
    ["GET", "signout"],
    ["GET", "verify-request"],
    ["GET", "callback/credentials"],
    ["GET", "callback/email"],
    ["POST", "callback/oidc"],
    ["POST", "_log"],
    ["POST", "csrf"],
    ["GET", ""],
    ["PUT", "csrf"],
  ])("%s %s", async (method, path) => {
    expect(await new Jar().ask(method, path)).toBeNull();
  });
});

describe("a provider", () => {
  const away = {
    issuer: "http://127.0.0.1:9",
    clientId: "desk",
    clientSecret: "a secret of the tests",
    scope: "openid",
    roleClaim: "groups",
    roles: [],
    name: "Away",
  };

  it("that cannot be reached is said to be so", async () => {
    configureProcess(test, "http://desk.example", away);
    const answer = await new Jar().post("signin/oidc", { callbackUrl: "/operations" });
    expect(answer).toMatchObject({ location: "/sign-in?error=provider-unreachable", opened: null });
  });

  it("is not gone to where the desk has none", async () => {
    const answer = await new Jar().post("signin/oidc");
    expect(answer.location ?? "").not.toContain("://");
    expect(answer.opened).toBeNull();
  });

  it("is not believed without the state that the desk gave", async () => {
    configureProcess(test, "http://desk.example", away);
    const answer = await new Jar().ask("GET", "callback/oidc", { code: "stolen", state: "forged" });
    expect(answer).toMatchObject({ location: "/sign-in?error=provider-refused", opened: null });
  });

  it("does not prove a session for whoever has none", async () => {
    configureProcess(test, "http://desk.example", away);
    const answer = await new Jar().ask("GET", "prove", { callbackUrl: "/unsettled" });
    expect(answer).toMatchObject({ location: "/sign-in?callbackUrl=%2Funsettled" });
  });

  it("that cannot be reached for a proof leads back, and proves nothing", async () => {
    configureProcess(test, "http://desk.example", away);
    const jar = new Jar();
    await jar.post("callback/credentials", ANA);
    const answer = await jar.ask("GET", "prove", { callbackUrl: "/unsettled?only=old" });
    expect(answer).toMatchObject({ location: "/unsettled?only=old&proof=provider-unreachable" });
  });
});
