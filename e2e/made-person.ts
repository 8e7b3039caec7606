import { expect } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";

import { goto, hydrated, signInAnew } from "./fixtures";

/** A person whom a test made for itself: nobody else's sessions or role are touched. */
export interface MadePerson {
  readonly name: string;
  readonly email: string;
  /** Good for one sign-in, after which another one has to be chosen. */
  readonly oneTimePassword: string;
  /** Their page, for who manages people. */
  readonly path: string;
}

/** A password of their own, which no rule speaks against. */
export const OWN_PASSWORD = "seven quiet lamps 42";

let made = 0;

/** A window of its own, in English, on the desk of the test run. */
export async function newWindow(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", ...(baseURL && { baseURL }) });
  return context.newPage();
}

/** Adds a person of this role, as the demo administrator who has just signed in. */
export async function makePerson(
  admin: Page,
  role: "agent" | "supervisor" | "auditor" | "admin" = "agent",
): Promise<MadePerson> {
  await signInAnew(admin, "admin");
  made += 1;
  const unique = `${Date.now()}-${made}`;
  const [name, email] = [`Eva Soto ${unique}`, `eva.${unique}@example.com`];
  await goto(admin, "/settings/people/new");
  await admin.getByLabel("Name").fill(name);
  await admin.getByLabel("Email").fill(email);
  await admin.getByLabel("Role").selectOption(role);
  await admin.getByRole("button", { name: "Add this person" }).click();
  await expect(admin.getByText(`${name} has an account`)).toBeVisible();
  const oneTimePassword = (await admin.locator("code").textContent()) ?? "";
  const path = await admin.getByRole("link", { name: "See this person" }).getAttribute("href");
  return { name, email, oneTimePassword, path: path ?? "" };
}

/** Types address and password on the sign-in page and presses the button. */
export async function typeSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Signs in with the one-time password and chooses one of their own. */
export async function firstSignIn(page: Page, person: MadePerson): Promise<void> {
  await goto(page, "/sign-in");
  await typeSignIn(page, person.email, person.oneTimePassword);
  await page.waitForURL(/\/set-up/);
  await hydrated(page);
  await page.getByLabel("New password").fill(OWN_PASSWORD);
  await page.getByRole("button", { name: "Keep this password" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await hydrated(page);
}
