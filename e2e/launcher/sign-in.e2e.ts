import { expect, test, type Browser, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import pg from "pg";

import { expectAccessible, expectNoSidewaysScroll, goto, hydrated } from "../fixtures";
import { clear, freePlace, startDesk, type DeskPlace, type DeskProcess } from "./desk-process";
import { addEnrolled } from "./enrolled";
import { addressesOf, secretOf } from "./instances";

// The accounts of the desk, with a second factor: on a desk of their own, where an account may be locked.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ mode: "serial", timeout: 120_000 });

const PASSWORD = "correct horse battery 1";
const WRONG = "The email or the password is not right.";
let place: DeskPlace;
let desk: DeskProcess;
let database: pg.Client | undefined;
let deskUrl = "";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  place = await freePlace();
  deskUrl = `http://localhost:${place.port}`;
  const provider = {
    OIDC_ISSUER: "http://127.0.0.1:9",
    OIDC_CLIENT_ID: "desk",
    OIDC_CLIENT_SECRET: "a-secret-of-the-tests",
    OIDC_NAME: "Acme ID",
  };
  desk = startDesk({ ...place, variables: { ...place.variables, ...provider } });
  await desk.says(/Ready after/);
  database = new pg.Client({ connectionString: addressesOf(place).databaseUrl });
  await database.connect();
});

test.afterAll(async () => {
  await database?.end();
  process.kill(desk.pid, "SIGTERM");
  await desk.end();
  clear(place);
});

function databaseOf(): pg.Client {
  if (database === undefined) throw new Error("The desk has not started.");
  return database;
}

/** A person with a second factor, known to no other test. */
async function enrolled(name: string) {
  const email = `${name}@example.com`;
  const at = { databaseUrl: addressesOf(place).databaseUrl, secret: secretOf(place) };
  const noted = await addEnrolled(at, { email, password: PASSWORD });
  const code = () => new TOTP({ secret: Secret.fromBase32(noted.secret) }).generate();
  return { email, code, recoveryCodes: noted.recoveryCodes };
}

async function newPage(browser: Browser, locale = "en-US"): Promise<Page> {
  const context = await browser.newContext({ locale, baseURL: deskUrl });
  return context.newPage();
}

async function typePassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole("textbox", { name: /^(Code|Recovery code)/ }).fill(code);
  await page.keyboard.press("Enter");
}

/** The page's own; Next keeps another one for announcing pages. */
const alertOf = (page: Page) => page.getByRole("main").getByRole("alert");

async function sessionsOf(email: string) {
  const { rows } = await databaseOf().query<Record<string, unknown>>(
    `select s.method, s.ended_how from sessions s join operators o on o.id = s.operator_id
      where o.email = $1 order by s.created_at`,
    [email],
  );
  return rows;
}

test("the code follows the password, and nothing that was typed is lost", async ({ browser }) => {
  const { email, code } = await enrolled("ana");
  const page = await newPage(browser);
  await goto(page, "/sign-in?callbackUrl=%2Foperations%3Fstatus%3Dunknown");
  await typePassword(page, email);
  const field = page.getByLabel("Code");
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  await expect(page.getByText(email)).toBeVisible();
  await typeCode(page, "000000");
  await expect(page.getByRole("alert").getByText("That code was not taken.")).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
  expect(page.url()).not.toContain("battery");
  await typeCode(page, code());
  await page.waitForURL((url) => url.pathname + url.search === "/operations?status=unknown");
  expect(await sessionsOf(email)).toEqual([{ method: "code", ended_how: null }]);
  await page.context().close();
});

test("a recovery code opens the door once", async ({ browser }) => {
  const { email, recoveryCodes } = await enrolled("eva");
  const [code = ""] = recoveryCodes;
  for (const isFirst of [true, false]) {
    const page = await newPage(browser);
    await goto(page, "/sign-in");
    await typePassword(page, email);
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await expect(page.getByLabel("Recovery code")).toBeFocused();
    await typeCode(page, code.toLowerCase());
    if (isFirst) await page.waitForURL((url) => url.pathname === "/");
    else await expect(page.getByText("That code was not taken.")).toBeVisible();
    await page.context().close();
  }
});

test("who starts over is asked for the password again", async ({ browser }) => {
  const { email } = await enrolled("iris");
  const page = await newPage(browser);
  await goto(page, "/sign-in");
  await typePassword(page, email);
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await expect(page.getByLabel("Password")).toHaveValue("");
  await page.context().close();
});

test("ten wrong passwords lock an account in the same words, until half an hour is over", async ({
  browser,
}) => {
  const { email, code } = await enrolled("nora");
  const page = await newPage(browser);
  await goto(page, "/sign-in");
  for (let failures = 1; failures <= 10; failures += 1) {
    const answer = page.waitForResponse(/callback\/credentials/);
    await typePassword(page, email, `not the password ${failures}`);
    expect((await answer).status()).toBe(401);
  }
  const answer = page.waitForResponse(/callback\/credentials/);
  await typePassword(page, email);
  expect(await (await answer).json()).toEqual({ failure: "refused" });
  await expect(alertOf(page)).toContainText(WRONG);
  await expect(alertOf(page)).toContainText("stays locked for 30 minutes");
  await databaseOf().query(
    "update sign_in_locks set locked_until = now() where locked_until is not null",
  );
  await typePassword(page, email);
  await typeCode(page, code());
  await page.waitForURL((url) => url.pathname === "/");
  await page.context().close();
});

test("an address that nobody has gets the words of a wrong password", async ({ browser }) => {
  const page = await newPage(browser);
  await goto(page, "/sign-in");
  await typePassword(page, "nobody@example.com");
  await expect(alertOf(page)).toContainText(WRONG);
  await expect(page.getByLabel("Email")).toHaveValue("nobody@example.com");
  await expect(page.getByLabel("Password")).toBeFocused();
  await page.context().close();
});

test("a new sign-in ends the session that the browser had", async ({ browser }) => {
  const { email, recoveryCodes } = await enrolled("olga");
  const page = await newPage(browser);
  for (const code of recoveryCodes.slice(0, 2)) {
    await goto(page, "/sign-in");
    // A signed-in person is led on from the page, and a script that posts is not.
    const csrf: { csrfToken: string } = await (await page.request.get("/api/auth/csrf")).json();
    const answer = await page.request.post("/api/auth/callback/credentials", {
      headers: { Origin: deskUrl },
      form: { ...csrf, email, password: PASSWORD, code, json: "true" },
    });
    expect(await answer.json()).toEqual({ url: "/" });
  }
  expect(await sessionsOf(email)).toEqual([
    { method: "code", ended_how: "replaced" },
    { method: "code", ended_how: null },
  ]);
  await page.context().close();
});

test("whoever signs in has a token of the issuer before they ask for anything", async ({
  browser,
}) => {
  const { email, code } = await enrolled("paula");
  const page = await newPage(browser);
  const csrf: { csrfToken: string } = await (await page.request.get("/api/auth/csrf")).json();
  await page.request.post("/api/auth/callback/credentials", {
    headers: { Origin: deskUrl },
    form: { ...csrf, email, password: PASSWORD, code: code(), json: "true" },
  });
  const sealed = async () => {
    const { rowCount } = await databaseOf().query(
      `select from issuer_tokens t join sessions s on s.id = t.session_id
         join operators o on o.id = s.operator_id where o.email = $1 and t.sealed is not null`,
      [email],
    );
    return rowCount;
  };
  await expect.poll(sealed).toBe(1);
  await page.context().close();
});

test("what next-auth offers and the desk does not use is not there", async ({ browser }) => {
  const page = await newPage(browser);
  for (const path of ["session", "providers", "signin", "error", "verify-request", "_log"]) {
    expect((await page.request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  }
  await page.context().close();
});

for (const [locale, words] of [
  ["en-US", { code: "Code", password: "Password", email: "Email", submit: "Sign in" }],
  [
    "es-GT",
    { code: "Código", password: "Contraseña", email: "Correo electrónico", submit: "Entrar" },
  ],
] as const) {
  test(`both steps are good to use on a small screen and by everybody, in ${locale}`, async ({
    browser,
  }) => {
    const { email } = await enrolled(`small-${locale}`);
    const page = await newPage(browser, locale);
    await page.setViewportSize({ width: 390, height: 844 });
    await goto(page, "/sign-in?error=no-role");
    await expect(alertOf(page)).toContainText("Acme ID");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await hydrated(page);
    await page.getByLabel(words.email).fill(email);
    await page.getByLabel(words.password).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(words.code)).toBeFocused();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.context().close();
  });
}
