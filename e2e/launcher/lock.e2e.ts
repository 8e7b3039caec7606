import { expect } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";

import {
  expectAccessible,
  expectNoSidewaysScroll,
  goto,
  hydrated,
  signInAnew,
  speak,
} from "../fixtures";
import { WORDS, fillChannel } from "../funds-page";
import {
  NEWEST,
  PASSWORD,
  countSent,
  cover,
  give,
  journal,
  leaveAlone,
  originOf,
  password,
  query,
  test,
} from "./session-desk";

// The life of a session: warned, locked, opened, over.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ timeout: 90_000 });

/** Another tab of the same browser. */
async function otherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await goto(page, originOf());
  return page;
}

const amount = (page: Page) => page.getByLabel("Amount", { exact: true });
const warning = (page: Page) => page.getByRole("alertdialog");

/** The funds form of a card, half filled in, with the focus where its person was typing. */
async function halfTyped(page: Page, cardId: number): Promise<void> {
  await goto(page, `${originOf()}/cards/${cardId}/funds?mode=channel&operation=ADD_FUNDS`);
  await amount(page).fill("1234.5");
  await page.getByLabel("Description", { exact: true }).pressSequentially("half a sen");
}

async function expectHalfTyped(page: Page): Promise<void> {
  await expect(amount(page)).toHaveValue("1234.5");
  const description = page.getByLabel("Description", { exact: true });
  await expect(description).toHaveValue("half a sen");
  // With several tabs the browser has its own focus in one of them; this is about the page's.
  const isActive = () => description.evaluate((element) => element === document.activeElement);
  await expect.poll(isActive).toBe(true);
}

/** Nothing of the page is there for eyes, screen readers or the keyboard. */
async function expectCovered(page: Page): Promise<void> {
  await expect(cover(page)).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(0);
  await expect(amount(page)).toBeHidden();
  await expect(page).toHaveTitle("[Sandbox] Locked · Funds Desk");
}

test("a minute before, one key stays; the other tabs hear of it, and what was typed stays", async ({
  page,
  context,
}) => {
  await signInAnew(page, "agent");
  await halfTyped(page, 12345);
  const other = await otherTab(context);
  await page.bringToFront();
  await leaveAlone("14 minutes 5 seconds");
  await expect(warning(page)).toBeVisible();
  await expect(warning(page)).toContainText(/The screen locks in \d+ seconds\./);
  await expect(page.getByRole("button", { name: "Stay signed in" })).toBeFocused();
  await other.bringToFront();
  await expect(warning(other)).toBeVisible();
  await expectAccessible(page);

  await page.bringToFront();
  await page.keyboard.press("Enter");
  await expect(warning(page)).toBeHidden();
  await expect(warning(other)).toBeHidden();
  await expectHalfTyped(page);
  const fresh = `select last_seen_at > now() - interval '20 seconds' as fresh from sessions where ${NEWEST}`;
  expect(await query(fresh)).toEqual([{ fresh: true }]);
});

test("whoever types is not warned: the server hears of it", async ({ page }) => {
  await signInAnew(page, "agent");
  await halfTyped(page, 12346);
  await leaveAlone("13 minutes 50 seconds");
  await page.keyboard.type("t");
  const ago = `select extract(epoch from now() - last_seen_at)::int as ago from sessions where ${NEWEST}`;
  const seen = async () => (await query<{ ago: number }>(ago))[0]?.ago ?? Infinity;
  await expect.poll(seen, { timeout: 35_000 }).toBeLessThan(60);
  await expect(warning(page)).toBeHidden();
});

test("what is left alone is covered in every tab, refused everything, and opens as it was", async ({
  page,
  context,
}) => {
  await signInAnew(page, "agent");
  await halfTyped(page, 12347);
  const other = await otherTab(context);
  await page.bringToFront();
  await leaveAlone("15 minutes");
  await expectCovered(page);
  await expectCovered(other);
  for (const path of ["/api/pulse", "/api/session", "/api/unsettled", "/api/operations/x"]) {
    expect((await page.request.get(path)).status(), path).toBe(423);
  }
  await expectAccessible(page);

  // It cannot be left by the keyboard, and nothing behind it can be reached.
  for (const key of ["Escape", "Escape", "Escape", "Tab", "Tab", "Tab", "/", "?"]) {
    await page.keyboard.press(key);
  }
  await expectCovered(page);
  await expect(page.locator("dialog[open]")).toHaveCount(1);

  await give(page, "not the password");
  await expect(cover(page)).toContainText("That is not your password.");
  await expect(password(page)).toBeFocused();
  await expect(password(page)).toHaveValue("");
  await give(page, PASSWORD);
  await expect(cover(page)).toBeHidden();
  await expectHalfTyped(page);
  await expect(page).toHaveTitle("[Sandbox] Funds · Funds Desk");
  await other.bringToFront();
  await expect(cover(other)).toBeHidden();
  await expect(other.getByRole("main")).toBeVisible();
  expect(await journal()).toEqual([
    "session.opened",
    "session.locked",
    "proof.refused",
    "session.unlocked",
  ]);
});

test("the screen covers itself on time when the desk cannot be asked", async ({
  page,
  context,
}) => {
  await page.clock.install();
  await signInAnew(page, "agent");
  await halfTyped(page, 12348);
  await expect(page.getByRole("main")).toBeVisible();
  await page.clock.runFor(2_000);
  await context.setOffline(true);
  await page.clock.fastForward("14:05");
  await page.clock.runFor(9_000);
  await expect(warning(page)).toBeVisible();
  await page.clock.fastForward("01:00");
  await expectCovered(page);
  // The desk says that only this computer was away: nothing was locked there.
  await context.setOffline(false);
  const covers = async () => {
    await page.clock.runFor(5_000);
    return cover(page).count();
  };
  await expect.poll(covers).toBe(0);
  await expectHalfTyped(page);
});

test("a press while the server has locked meanwhile is done once the lock is open", async ({
  page,
}) => {
  await page.clock.install();
  await signInAnew(page, "agent");
  await goto(page, `${originOf()}/cards/12353/funds`);
  await fillChannel(page, WORDS.en, "21.05");
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Confirm and send" }).waitFor();
  await page.clock.runFor(3_000);
  // The page does not look any more, and so does not know.
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await page.waitForLoadState("networkidle");
  await leaveAlone("15 minutes");
  await page.getByRole("button", { name: "Confirm and send" }).click();
  await expect(cover(page)).toBeVisible();
  expect(await countSent(12353)).toBe(0);
  await give(page, PASSWORD);
  await page.waitForURL(/\/operations\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Applied");
  expect(await countSent(12353)).toBe(1);
});

test("one locks by hand; a reload asks who is there and goes on to the same page", async ({
  page,
  context,
}) => {
  await signInAnew(page, "auditor");
  await goto(page, `${originOf()}/operations`);
  const other = await otherTab(context);
  await page.bringToFront();
  await page.getByRole("button", { name: "menu" }).click();
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(cover(page)).toBeVisible();
  await expect(cover(other)).toBeVisible();
  const status = async () => (await page.request.get("/api/pulse")).status();
  await expect.poll(status).toBe(423);

  await page.reload();
  await page.waitForURL(/\/locked\?callbackUrl=%2Foperations/);
  await hydrated(page);
  await expectAccessible(page);
  await give(page, PASSWORD);
  await page.waitForURL(`${originOf()}/operations`);
  await expect(page.getByRole("heading", { level: 1, name: "Operations" })).toBeVisible();
});

test("signing out instead leads to the sign-in page, and leaves nothing behind", async ({
  page,
}) => {
  await signInAnew(page, "auditor");
  await page.getByRole("button", { name: "menu" }).click();
  await page.getByRole("button", { name: "Lock now" }).click();
  await cover(page).getByText("Sign out instead").click();
  await page.waitForURL(/\/sign-in/);
  expect((await page.request.get("/api/pulse")).status()).toBe(401);
});

test("a session says that its longest age is near, and ends then", async ({ page }) => {
  await page.clock.install();
  await signInAnew(page, "agent");
  await halfTyped(page, 12350);
  await page.clock.runFor(2_000);
  await query(`update sessions set expires_at = now() + interval '4 minutes' where ${NEWEST}`);
  await page.clock.runFor(6_000);
  await expect(page.getByText(/^Your session ends at .*, 12 hours after it began\./)).toBeVisible();
  await query(`update sessions set expires_at = now() where ${NEWEST}`);
  await page.clock.fastForward("04:00");
  const over = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(over).toContainText("A session lasts 12 hours at the most.");
  await expect(amount(page)).toBeHidden();
  await over.getByRole("link", { name: "Sign in again" }).click();
  await page.waitForURL(/\/sign-in\?callbackUrl=%2Fcards%2F12350%2Ffunds/);
});

test("a page of a session that somebody ended is covered, in the reader's language", async ({
  page,
}) => {
  await speak(page, "es", originOf());
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAnew(page, "agent");
  await goto(page, `${originOf()}/cards/12345/funds`);
  await query(`update sessions set ended_at = now() where ${NEWEST}`);
  const over = page.getByRole("dialog", { name: "Esta sesión está cerrada" });
  await expect(over).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expect(page.getByRole("main")).toHaveCount(0);
});
