import { expect, test, type Page } from "@playwright/test";
import pg from "pg";

import { freePort } from "@/lib/launcher/ports";

import { goto } from "../fixtures";
import { clear, freePlace, startDesk, type DeskPlace, type DeskProcess } from "./desk-process";
import { addressesOf } from "./instances";
import { CLIENT, startProvider, type RunningProvider } from "./provider";

// What a lock is worth where the provider keeps a session of its own.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ mode: "serial", timeout: 120_000 });

const NAME = "Acme ID";
let place: DeskPlace;
let desk: DeskProcess;
let provider: RunningProvider;
let database: pg.Client | undefined;
let deskUrl = "";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  place = await freePlace();
  deskUrl = `http://localhost:${place.port}`;
  provider = await startProvider(await freePort(), deskUrl);
  const groups = ["Desk Agents"];
  provider.people.set("vera", { name: "Vera of Acme", email: "vera@acme.example", groups });
  const variables = {
    ...place.variables,
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_SCOPE: "openid email profile groups",
    OIDC_ROLES: "agent=Desk Agents",
    OIDC_NAME: NAME,
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

async function goToProvider(page: Page): Promise<void> {
  await goto(page, "/sign-in");
  await page.getByRole("button", { name: `Sign in with ${NAME}` }).click();
}

async function sayWho(page: Page): Promise<void> {
  await page.getByLabel("Who are you?").fill("vera");
  await page.getByRole("button", { name: "Continue" }).click();
}

async function newestSession(): Promise<unknown> {
  const newest = "select id from sessions order by created_at desc limit 1";
  return (await database?.query<{ id: string }>(newest))?.rows[0]?.id;
}

test("a provider that still knows somebody does not open what the desk has locked", async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: "en-US", baseURL: deskUrl });
  const page = await context.newPage();
  await goToProvider(page);
  await sayWho(page);
  await page.waitForURL((url) => url.pathname === "/");
  const locked = await newestSession();
  await database?.query("update sessions set locked_at = now() where id = $1", [locked]);

  // With the locked session's cookie in the browser the provider has to ask.
  await goToProvider(page);
  await expect(page.getByLabel("Who are you?")).toBeVisible();

  // Without it the provider answers from its own session, and the desk does not take that.
  await context.clearCookies({ name: /desk-session/ });
  await goToProvider(page);
  await expect(page.getByRole("alert").getByText("without asking who you are now")).toBeVisible();
  expect((await context.cookies(deskUrl)).map(({ name }) => name)).not.toContain("desk-session");

  await page.getByRole("button", { name: `Sign in with ${NAME}` }).click();
  await sayWho(page);
  await page.waitForURL((url) => url.pathname === "/");
  expect(await newestSession()).not.toBe(locked);
  await context.close();
});
