import fs from "node:fs/promises";

import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import {
  expectAccessible,
  expectNoSidewaysScroll,
  goto,
  hydrated,
  signIn,
  signInAnew,
  speak,
} from "./fixtures";
import { OWN_PASSWORD, firstSignIn, makePerson, newWindow, typeSignIn } from "./made-person";

// Several people sign in, one after the other.
test.describe.configure({ timeout: 120_000 });

/** Opens one of the things that can be done about a person. */
async function open(admin: Page, deed: string) {
  await admin.locator("summary", { hasText: deed }).click();
  return admin.locator("details", { hasText: deed });
}

test("a role that changes counts from the next step in an open page", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const person = await makePerson(admin, "agent");
  await firstSignIn(page, person);
  await goto(page, "/cards/12345/funds");
  await expect(page.getByLabel("Amount", { exact: true })).toBeVisible();

  await goto(admin, person.path);
  const deed = await open(admin, "Change the role");
  await deed.getByLabel("New role").selectOption("auditor");
  await deed.getByRole("button", { name: "Change the role" }).click();
  await expect(deed.getByText("Write why. It stays on record.")).toBeVisible();
  await deed.getByLabel("Reason").fill("Moves to internal audit");
  await deed.getByRole("button", { name: "Change the role" }).click();
  await expect(admin.getByText("The role has changed.")).toBeVisible();
  const events = admin.getByRole("list", { name: "Last events" });
  await expect(events.getByRole("listitem").first()).toContainText(
    "from Agent to Auditor. Reason: Moves to internal audit",
  );

  await page.getByRole("link", { name: "Notes", exact: true }).first().click();
  await goto(page, "/cards/12345/funds");
  await expect(page.getByText("This page is not open to your role")).toBeVisible();
  await goto(page, "/settings/people");
  await expect(page.getByRole("table", { name: "People" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add a person" })).toHaveCount(0);
  await admin.context().close();
});

test("who is disabled is out at once, and gets in again when enabled", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const person = await makePerson(admin);
  await firstSignIn(page, person);
  await goto(admin, person.path);
  const disable = await open(admin, "Disable the account");
  await disable.getByLabel("Reason").fill("Left the company");
  await disable.getByRole("button", { name: "Disable the account" }).click();
  await expect(
    admin.getByText("The account is disabled and its sessions have ended."),
  ).toBeVisible();
  await expect(admin.getByText("No open session")).toBeVisible();
  expect((await page.request.get("/api/pulse")).status()).toBe(401);
  await page.goto("/operations");
  await expect(page).toHaveURL(/\/sign-in/);
  await hydrated(page);
  await typeSignIn(page, person.email, OWN_PASSWORD);
  await expect(page.getByText("The email or the password is not right.")).toBeVisible();

  const enable = await open(admin, "Enable the account");
  await enable.getByLabel("Reason").fill("Came back");
  await enable.getByRole("button", { name: "Enable the account" }).click();
  await expect(admin.getByText("The account is enabled.")).toBeVisible();
  await typeSignIn(page, person.email, OWN_PASSWORD);
  await page.waitForURL((url) => url.pathname === "/operations");
  await admin.context().close();
});

test("a password that is reset lets the person in once, and ends what was open", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const person = await makePerson(admin);
  await firstSignIn(page, person);
  await goto(admin, person.path);
  const reset = await open(admin, "Reset the password");
  await reset.getByRole("button", { name: "Reset the password" }).click();
  const password = (await admin.locator("code").textContent()) ?? "";
  await page.goto("/operations");
  await expect(page).toHaveURL(/\/sign-in/);
  await hydrated(page);
  await typeSignIn(page, person.email, password);
  await page.waitForURL(/\/set-up/);
  await admin.reload();
  await expect(admin.getByText(password)).toHaveCount(0);
  await admin.context().close();
});

test("an administrator ends a person's session on the page of all sessions", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const person = await makePerson(admin);
  await firstSignIn(page, person);
  await goto(admin, "/settings/sessions");
  await admin.getByRole("button", { name: new RegExp(`^End ${person.name}'s session`) }).click();
  await expect(admin.getByRole("link", { name: person.name })).toHaveCount(0);
  expect((await page.request.get("/api/pulse")).status()).toBe(401);
  await admin.context().close();
});

test("nobody changes their own role or shuts themselves out", async ({ page }) => {
  await signInAnew(page, "admin");
  await goto(page, "/settings/people?role=admin&find=admin%40desk.test");
  await page.getByRole("link", { name: "Adrián Barrios" }).click();
  await expect(page.getByText("This is your own account.")).toBeVisible();
  await expect(page.getByText("Change the role")).toHaveCount(0);
  await expect(page.getByText("Disable the account")).toHaveCount(0);
});

test("people are found by name and role, and the list is taken along", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const person = await makePerson(admin, "supervisor");
  await admin.context().close();
  await signIn(page, "auditor");
  await goto(page, "/settings/people");
  await page.getByLabel("Name or address").fill(person.email.toUpperCase());
  await page.getByLabel("Role").selectOption("supervisor");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").nth(1)).toContainText(
    "Chooses a password at the next sign-in",
  );
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the list" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^people-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await fs.readFile(await file.path(), "utf8");
  expect(text).toContain('"Name","Email","Role"');
  expect(text).toContain(`"${person.name}","${person.email}","Supervisor"`);
});

test("an agent sees no people, no sessions and no list", async ({ page }) => {
  await signIn(page, "agent");
  for (const path of ["/settings/people", "/settings/people/new", "/settings/sessions"]) {
    await goto(page, path);
    await expect(page.getByText("This page is not open to your role")).toBeVisible();
  }
  expect((await page.request.get("/api/people")).status()).toBe(403);
});

for (const path of [
  "/settings/account",
  "/settings/people",
  "/settings/people?find=nadie",
  "/settings/people/new",
  "/settings/people/nobody",
  "/settings/sessions",
]) {
  test(`${path} has no finding of axe and no sideways scroll`, async ({ page, baseURL }) => {
    await speak(page, "es", baseURL ?? "");
    await signIn(page, "admin");
    await expectFit(page, path);
  });
}

test("a person's page has no finding of axe and no sideways scroll", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const { path } = await makePerson(admin);
  await admin.context().close();
  await speak(page, "es", baseURL ?? "");
  await signIn(page, "admin");
  await expectFit(page, path);
});

async function expectFit(page: Page, path: string): Promise<void> {
  await goto(page, path);
  // What is folded away is looked at as well.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await expectAccessible(page);
  for (const width of [1024, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSidewaysScroll(page);
  }
}
