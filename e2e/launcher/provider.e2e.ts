import { expect, test, type Browser, type Page } from "@playwright/test";
import pg from "pg";

import { freePort } from "@/lib/launcher/ports";

import { goto, hydrated } from "../fixtures";
import { clear, freePlace, startDesk, type DeskPlace, type DeskProcess } from "./desk-process";
import { addressesOf } from "./instances";
import { CLIENT, startProvider, type RunningProvider } from "./provider";

// A desk whose people come from a real provider of OpenID Connect, with no accounts of its own.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ mode: "serial", timeout: 120_000 });

const NAME = "Acme ID";
let place: DeskPlace;
let desk: DeskProcess;
let provider: RunningProvider;
let providerPort: number;
let database: pg.Client | undefined;
let deskUrl = "";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  place = await freePlace();
  providerPort = await freePort();
  deskUrl = `http://localhost:${place.port}`;
  provider = await startProvider(providerPort, deskUrl);
  const variables = {
    ...place.variables,
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_SCOPE: "openid email profile groups",
    OIDC_ROLES: "admin=Desk Admins;supervisor=Desk Supervisors;agent=Desk Agents",
    OIDC_NAME: NAME,
    DESK_OWN_ACCOUNTS: "off",
  };
  desk = startDesk({ ...place, variables });
  await desk.says(/Ready after/);
  database = new pg.Client({ connectionString: addressesOf(place).databaseUrl });
  await database.connect();
});

test.afterAll(async () => {
  await database?.end();
  process.kill(desk.pid, "SIGTERM");
  await desk.end();
  await provider.close();
  clear(place);
});

/** A page of a browser of its own. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", baseURL: deskUrl });
  return context.newPage();
}

function knows(login: string, groups: readonly string[]): void {
  provider.people.set(login, { name: `${login} of Acme`, email: `${login}@acme.example`, groups });
}

/** Presses the desk's button and says at the provider who one is. */
async function signInAs(page: Page, login: string, path = "/sign-in"): Promise<void> {
  await goto(page, path);
  await page.getByRole("button", { name: `Sign in with ${NAME}` }).click();
  await sayWho(page, login);
}

async function sayWho(page: Page, login: string): Promise<void> {
  await page.getByLabel("Who are you?").fill(login);
  await page.getByRole("button", { name: "Continue" }).click();
}

const cookiesOf = async (page: Page) =>
  (await page.context().cookies(deskUrl)).map(({ name }) => name);

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "menu" }).click();
  await page.getByText("Sign out", { exact: true }).click();
}

async function rows(statement: string, ...values: string[]) {
  if (database === undefined) throw new Error("The desk has not started.");
  return (await database.query<Record<string, unknown>>(statement, values)).rows;
}
const accountOf = (login: string) =>
  rows(
    "select name, role, password_hash, provider_issuer, provider_subject from operators where email = $1",
    `${login}@acme.example`,
  );
const sessionOf = (login: string) =>
  rows(
    `select s.id, s.method, s.generation, s.proven_at, s.ended_how, s.id_token_sealed is not null as sealed
       from sessions s join operators o on o.id = s.operator_id
      where o.email = $1 order by s.created_at desc limit 1`,
    `${login}@acme.example`,
  );

test("the first sign-in creates the person, with the role of their group", async ({ browser }) => {
  const page = await newPage(browser);
  knows("ana", ["Everybody", "Desk Agents"]);
  await signInAs(page, "ana", "/sign-in?callbackUrl=%2Foperations");
  await page.waitForURL((url) => url.pathname === "/operations");
  await hydrated(page);
  await expect(page.getByRole("button", { name: "menu" })).toContainText("ana of Acme");
  expect(await accountOf("ana")).toEqual([
    {
      name: "ana of Acme",
      role: "agent",
      password_hash: null,
      provider_issuer: provider.url,
      provider_subject: "ana",
    },
  ]);
  expect(await sessionOf("ana")).toMatchObject([{ method: "provider", sealed: true }]);
  const events = await rows(
    "select kind, data from journal where kind in ('operator.created', 'session.opened') order by seq",
  );
  expect(events.slice(-2)).toEqual([
    { kind: "operator.created", data: { role: "agent", by: "provider" } },
    { kind: "session.opened", data: { method: "provider" } },
  ]);
  await page.context().close();
});

test("the role is that of today: another group is another role", async ({ browser }) => {
  const page = await newPage(browser);
  knows("ana", ["Desk Supervisors", "Desk Agents"]);
  await signInAs(page, "ana");
  await page.waitForURL((url) => url.pathname === "/");
  expect(await accountOf("ana")).toMatchObject([{ role: "supervisor" }]);
  const changes = await rows("select data from journal where kind = 'operator.role-changed'");
  expect(changes).toEqual([{ data: { from: "agent", to: "supervisor", reason: null } }]);
  await page.context().close();
});

test("who is in no group of the desk does not get in, and is told whom to ask", async ({
  browser,
}) => {
  const page = await newPage(browser);
  knows("oscar", ["Everybody"]);
  await signInAs(page, "oscar");
  await expect(page.getByRole("alert").getByText("has given you no role")).toBeVisible();
  expect(await accountOf("oscar")).toEqual([]);
  expect(await cookiesOf(page)).not.toContain("desk-session");
  // And somebody who had a role once, and has none today.
  knows("ana", []);
  const other = await newPage(browser);
  await signInAs(other, "ana");
  await expect(other.getByRole("alert").getByText("has given you no role")).toBeVisible();
  const refused = await rows("select data from journal where kind = 'session.refused'");
  expect(refused).toEqual([{ data: { cause: "no-role" } }, { data: { cause: "no-role" } }]);
  await page.context().close();
  await other.context().close();
});

test("signing out ends the session here and at the provider", async ({ browser }) => {
  const page = await newPage(browser);
  knows("eva", ["Desk Agents"]);
  await signInAs(page, "eva");
  await page.waitForURL((url) => url.pathname === "/");
  await hydrated(page);
  await signOut(page);
  // It is over here before the provider has been asked.
  await expect(page.getByRole("heading", { name: "Sign out of Acme ID?" })).toBeVisible();
  expect(await sessionOf("eva")).toMatchObject([{ ended_how: "signed-out" }]);
  await page.getByRole("button", { name: "Yes" }).click();
  await expect(page.getByText(`You are signed out here and at ${NAME}.`)).toBeVisible();
  // The provider asks who it is, because it has forgotten.
  await page.getByRole("button", { name: `Sign in with ${NAME}` }).click();
  await expect(page.getByLabel("Who are you?")).toBeVisible();
  await page.context().close();
});

test("a person whom an admin has disabled stays out", async ({ browser }) => {
  const page = await newPage(browser);
  knows("eva", ["Desk Admins"]);
  await rows("update operators set disabled_at = now() where email = $1", "eva@acme.example");
  await signInAs(page, "eva");
  await expect(page.getByRole("alert").getByText("is disabled")).toBeVisible();
  expect(await accountOf("eva")).toMatchObject([{ role: "agent" }]);
  await page.context().close();
});

test("an account of the desk is not taken over by whoever the provider gives its address", async ({
  browser,
}) => {
  const page = await newPage(browser);
  provider.people.set("mallory", {
    name: "Mallory",
    email: "admin@desk.test",
    groups: ["Desk Admins"],
  });
  await signInAs(page, "mallory");
  await page.waitForURL((url) => url.pathname === "/");
  const both = await rows(
    "select name, provider_subject from operators where email = 'admin@desk.test' order by created_at",
  );
  expect(both).toMatchObject([{ provider_subject: null }, { provider_subject: "mallory" }]);
  expect(both[0]?.["name"]).not.toBe("Mallory");
  await page.context().close();
});

test("whoever the provider does not know is sent back in words", async ({ browser }) => {
  const page = await newPage(browser);
  await signInAs(page, "stranger");
  await expect(page.getByRole("alert").getByText("did not confirm who you are")).toBeVisible();
  await page.context().close();
});

test("a fresh sign-in proves the session of the same person, and of nobody else", async ({
  browser,
}) => {
  const page = await newPage(browser);
  knows("iris", ["Desk Supervisors"]);
  knows("otto", ["Desk Supervisors"]);
  await signInAs(page, "iris");
  await page.waitForURL((url) => url.pathname === "/");
  const [before] = await sessionOf("iris");

  // The provider has a session of its own, and asks nevertheless.
  await page.goto("/api/auth/prove?callbackUrl=%2Funsettled");
  await sayWho(page, "iris");
  await page.waitForURL((url) => url.pathname === "/unsettled" && url.search === "");
  const [proven] = await sessionOf("iris");
  expect(proven).toMatchObject({ id: before?.["id"], generation: 1, ended_how: null });
  expect(proven?.["proven_at"]).not.toEqual(before?.["proven_at"]);

  await page.goto("/api/auth/prove?callbackUrl=%2Funsettled");
  await sayWho(page, "otto");
  await page.waitForURL((url) => url.search === "?proof=other-person");
  expect(await sessionOf("iris")).toMatchObject([
    { id: before?.["id"], generation: 1, proven_at: proven?.["proven_at"] },
  ]);
  await hydrated(page);
  await expect(page.getByRole("button", { name: "menu" })).toContainText("iris of Acme");
  expect(await accountOf("otto")).toEqual([]);
  await page.context().close();
});

test("a desk without accounts of its own shows no password, and takes none", async ({
  browser,
}) => {
  const page = await newPage(browser);
  await goto(page, "/sign-in");
  await expect(page.getByLabel("Password")).toHaveCount(0);
  const csrf: { csrfToken: string } = await (await page.request.get("/api/auth/csrf")).json();
  const answer = await page.request.post("/api/auth/callback/credentials", {
    headers: { Origin: deskUrl },
    form: { ...csrf, email: "admin@desk.test", password: "sandbox-sandbox", json: "true" },
  });
  expect(answer.ok() && "url" in (await answer.json())).toBe(false);
  expect(await cookiesOf(page)).not.toContain("desk-session");
  await page.context().close();
});

test("a provider that is away is a sentence, and nobody is signed out by it", async ({
  browser,
}) => {
  const working = await newPage(browser);
  knows("nora", ["Desk Agents"]);
  await signInAs(working, "nora");
  await working.waitForURL((url) => url.pathname === "/");
  const people = new Map(provider.people);
  await provider.close();
  try {
    const page = await newPage(browser);
    await goto(page, "/sign-in");
    await page.getByRole("button", { name: `Sign in with ${NAME}` }).click();
    await expect(page.getByRole("alert").getByText("cannot be reached just now")).toBeVisible();
    await goto(working, "/operations");
    await expect(working.getByRole("button", { name: "menu" })).toContainText("nora of Acme");
    await page.context().close();
  } finally {
    provider = await startProvider(providerPort, deskUrl);
    for (const [login, known] of people) provider.people.set(login, known);
  }
  await working.context().close();
});
