import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

import { expectAccessible, expectNoSidewaysScroll, goto, hydrated } from "./fixtures";
import { OWN_PASSWORD, firstSignIn, makePerson, newWindow, typeSignIn } from "./made-person";

// Several people sign in, one after the other.
test.describe.configure({ timeout: 120_000 });

const STEP_MS = 30_000;

/** What the app of a person shows; the next code where the present one is spent. */
function codeOf(secret: string, steps = 0): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  return app.generate({ timestamp: Date.now() + steps * STEP_MS });
}

async function setUpFactor(page: Page) {
  await goto(page, "/settings/account");
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  const secret = await page
    .getByText("Or type this key into the app")
    .locator("xpath=following-sibling::p")
    .innerText();
  await page.getByRole("textbox", { name: "Code" }).fill("000000");
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByText("This code is not right, or has been used.")).toBeVisible();
  await page.getByRole("textbox", { name: "Code" }).fill(codeOf(secret));
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  const list = page.getByRole("list", { name: "Recovery codes" });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  const recoveryCodes = await list.getByRole("listitem").allInnerTexts();
  return { secret, recoveryCodes };
}

test("a new person chooses a password first, and then gets to the page they asked for", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const person = await makePerson(admin);
  await goto(page, "/unsettled");
  await typeSignIn(page, person.email, person.oneTimePassword);
  await page.waitForURL(/\/set-up/);
  await hydrated(page);
  // No other page opens before that is done, and no answer is given.
  await page.goto("/operations");
  await expect(page).toHaveURL(/\/set-up/);
  expect((await page.request.get("/api/pulse")).status()).toBe(403);
  await goto(page, "/set-up?callbackUrl=%2Funsettled");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  const field = page.getByLabel("New password");
  for (const [typed, words] of [
    ["short", "A password has at least 12 characters."],
    ["only letters in here", "A password has at least one letter and one digit."],
    ["password12345", "This is one of the passwords that are guessed first."],
    [person.oneTimePassword, "This is one of your last four passwords."],
  ] as const) {
    await field.fill(typed);
    await page.keyboard.press("Enter");
    await expect(page.getByText(words)).toBeVisible();
    await expect(field).toBeFocused();
  }
  await field.fill(OWN_PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/unsettled");

  await goto(admin, "/sign-in");
  const late = await newWindow(browser, baseURL);
  await goto(late, "/sign-in");
  await typeSignIn(late, person.email, person.oneTimePassword);
  await expect(late.getByText("The email or the password is not right.")).toBeVisible();
  await Promise.all([admin.context().close(), late.context().close()]);
});

test("a second factor is set up, asked for, stood in for by a recovery code, and removed", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const person = await makePerson(admin);
  await admin.context().close();
  await firstSignIn(page, person);
  const { secret, recoveryCodes } = await setUpFactor(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes left.")).toBeVisible();

  const second = await newWindow(browser, baseURL);
  await goto(second, "/sign-in");
  await typeSignIn(second, person.email, OWN_PASSWORD);
  await second.getByRole("textbox", { name: "Code" }).fill(codeOf(secret, 1));
  await second.keyboard.press("Enter");
  await second.waitForURL((url) => url.pathname === "/");

  const third = await newWindow(browser, baseURL);
  await goto(third, "/sign-in");
  await typeSignIn(third, person.email, OWN_PASSWORD);
  await third.getByRole("button", { name: "Use a recovery code" }).click();
  await third.getByRole("textbox", { name: "Recovery code" }).fill(recoveryCodes[0] ?? "");
  await third.keyboard.press("Enter");
  await third.waitForURL((url) => url.pathname === "/");
  await goto(third, "/settings/account");
  await expect(third.getByText("9 recovery codes left.")).toBeVisible();

  await third.getByText("Make new recovery codes").first().click();
  await third.getByRole("button", { name: "Make new recovery codes" }).click();
  await expect(third.getByRole("listitem").filter({ hasText: /^\w{5}-\w{5}$/ })).toHaveCount(10);
  await third.getByRole("button", { name: "I have kept them" }).click();
  await third.getByText("Remove the second factor").first().click();
  await third.getByRole("button", { name: "Remove the second factor" }).click();
  await expect(third.getByText("No second factor.")).toBeVisible();
  // The others were signed in with what is gone.
  await second.goto("/operations");
  await expect(second).toHaveURL(/\/sign-in/);
  await Promise.all([second.context().close(), third.context().close()]);
});

test("a changed password ends the other sessions and is the only one that counts", async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await newWindow(browser, baseURL);
  const person = await makePerson(other);
  await firstSignIn(page, person);
  await goto(other, "/sign-in");
  await other.context().clearCookies();
  await goto(other, "/sign-in");
  await typeSignIn(other, person.email, OWN_PASSWORD);
  await other.waitForURL((url) => url.pathname === "/");

  await goto(page, "/settings/account");
  await page.getByLabel("Present password").fill("not my password 1");
  await page.getByLabel("New password").fill("nine loud bells 37");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await page.getByLabel("Present password").fill(OWN_PASSWORD);
  await page.getByLabel("New password").fill("nine loud bells 37");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("The password has changed.")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("");

  await other.goto("/operations");
  await expect(other).toHaveURL(/\/sign-in/);
  await hydrated(other);
  await typeSignIn(other, person.email, OWN_PASSWORD);
  await expect(other.getByText("The email or the password is not right.")).toBeVisible();
  await typeSignIn(other, person.email, "nine loud bells 37");
  await other.waitForURL((url) => url.pathname === "/operations");
  await other.context().close();
});

test("one's own sessions are told apart and ended, one and all", async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await newWindow(browser, baseURL);
  const person = await makePerson(admin);
  await admin.context().close();
  await firstSignIn(page, person);
  const others = [];
  for (let count = 0; count < 3; count += 1) {
    const other = await newWindow(browser, baseURL);
    await goto(other, "/sign-in");
    await typeSignIn(other, person.email, OWN_PASSWORD);
    await other.waitForURL((url) => url.pathname === "/");
    others.push(other);
  }
  await goto(page, "/settings/account");
  const rows = page.getByRole("table", { name: "My sessions" }).getByRole("row");
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toContainText("This one");
  await expect(rows.nth(1).getByRole("button")).toHaveCount(0);
  await rows
    .nth(2)
    .getByRole("button", { name: /^End the session on/ })
    .click();
  await expect(rows).toHaveCount(4);
  // The last one that signed in was the first of the others.
  await others[2]?.goto("/operations");
  await expect(others[2] ?? page).toHaveURL(/\/sign-in/);

  await page.getByRole("button", { name: "End all others" }).click();
  await expect(page.getByText("2 other sessions end at once.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "End all others" }).click();
  await page.getByRole("button", { name: "End all others" }).click();
  await expect(page.getByText("2 sessions have ended.")).toBeVisible();
  await expect(rows).toHaveCount(2);
  for (const other of others) {
    await other.goto("/operations");
    await expect(other).toHaveURL(/\/sign-in/);
    await other.context().close();
  }
});
