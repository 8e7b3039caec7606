import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";

import {
  addFunds,
  confirmAndSend,
  expectAccessible,
  expectNoSidewaysScroll,
  goto,
  hydrated,
  signIn,
  speak,
} from "./fixtures";
import type { Role } from "./fixtures";
import { WORDS, fillChannel, heading, reference } from "./funds-page";

// Each test has a card to which no other test sends, and each run amounts of its own: what is like an
// operation of an earlier run would be found too.
const cents = String(Date.now() % 10_000).padStart(4, "0");
const amountOf = (whole: number) => `${whole}${cents.slice(0, 2)}.${cents.slice(2)}`;

const REASON = "Why is this not the same operation?";

async function someone(browser: Browser, role: Role): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, role);
  return page;
}

async function colleagueSends(browser: Browser, cardId: string, amount: string, mark = "") {
  const page = await someone(browser, "supervisor");
  const used = `E2E-SENSE-${Date.now()}${mark}`;
  await addFunds(page, { cardId, reference: used, amount });
  return used;
}

async function review(page: Page, cardId: string, amount: string) {
  await goto(page, `/cards/${cardId}/funds`);
  await fillChannel(page, WORDS.en, amount);
  await page.getByRole("button", { name: "Review" }).click();
}

const confirm = (page: Page) => page.getByRole("button", { name: "Confirm and send" });

test("what a colleague has just sent stands beside the review, and asks why this is another", async ({
  page,
  browser,
  context,
}) => {
  const amount = amountOf(1);
  const used = await colleagueSends(browser, "12384", amount);
  await signIn(page, "agent");
  await review(page, "12384", amount);
  await expect(
    page.getByText(/^A similar operation was sent \d+ (?:second|minute)s? ago$/),
  ).toBeVisible();
  const line = page.getByRole("listitem").filter({ hasText: used });
  await expect(line).toContainText("Sergio Castañeda");
  await expect(line).toContainText("Applied");
  await expectAccessible(page);

  // What is looked up opens beside the form, which stays where it is.
  const opened = context.waitForEvent("page");
  await line.getByRole("link", { name: used }).click();
  await expect(heading(await opened, "Applied")).toBeVisible();

  const reason = page.getByLabel(REASON);
  await confirm(page).click();
  await expect(
    page.getByText("Say why this is not the same operation; then send it."),
  ).toBeVisible();
  await expect(reason).toBeFocused();
  await reason.fill("paid with 4111 1111 1111 1111");
  await confirm(page).click();
  await expect(page.getByText(`“${REASON}” holds what looks like a full card`)).toBeVisible();

  const why = `Two loads were asked for, ticket ${Date.now()}`;
  await reason.fill(why);
  await page.reload();
  await hydrated(page);
  await expect(reason).toHaveValue(why);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await confirm(page).click();
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, "Applied")).toBeVisible();
  await expect(page.getByText(why)).toBeVisible();

  const auditor = await someone(browser, "auditor");
  await goto(auditor, "/cards/12384/notes");
  await expect(auditor.getByRole("article").filter({ hasText: why })).toContainText(
    "Andrea Morales, Agent",
  );
});

test("what a colleague sends while one reviews is found when one sends", async ({
  page,
  browser,
}) => {
  const amount = amountOf(2);
  await signIn(page, "agent");
  await review(page, "12398", amount);
  await expect(page.getByText(/^Nothing similar in the last 24 hours/)).toBeVisible();
  const used = await colleagueSends(browser, "12398", amount);
  await confirm(page).click();
  await expect(page.getByText(/^Nothing was sent: a similar operation/)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: used })).toBeVisible();
  await page.getByLabel(REASON).fill("The first one was for somebody else");
  await confirm(page).click();
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, "Applied")).toBeVisible();
});

test("a form that cannot look for similar ones says so, and the desk looks all the same", async ({
  page,
  browser,
  context,
}) => {
  const amount = amountOf(3);
  const used = await colleagueSends(browser, "12385", amount);
  await signIn(page, "agent");
  await goto(page, "/cards/12385/funds");
  await fillChannel(page, WORDS.en, amount);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText(/^The desk could not look for similar operations/)).toBeVisible();
  await context.setOffline(false);
  await confirm(page).click();
  await expect(page.getByText(/^Nothing was sent: a similar operation/)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: used })).toBeVisible();
});

test("an operation of another amount without a known outcome is shown and asks for nothing", async ({
  page,
  browser,
}) => {
  const used = await colleagueSends(browser, "12400", amountOf(4), "-SBX-DROP-BEFORE");
  await signIn(page, "agent");
  await review(page, "12400", amountOf(5));
  await expect(page.getByText(/on this card ha(s|ve) no known outcome yet$/)).toBeVisible();
  const line = page.getByRole("listitem").filter({ hasText: used });
  await expect(line).toContainText("Outcome unknown");
  await expect(page.getByLabel(REASON)).toHaveCount(0);
  await confirm(page).click();
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, "Applied")).toBeVisible();
});

test("a reference that is used is told before anything is sent, and replaced in place", async ({
  page,
  browser,
}) => {
  const used = await colleagueSends(browser, "12403", amountOf(6));
  await signIn(page, "agent");
  await goto(page, "/cards/12403/funds");
  await fillChannel(page, WORDS.en, amountOf(7));
  await reference(page).fill(used);
  await page.getByRole("button", { name: "Review" }).click();
  const taken = page.getByRole("alert").filter({ hasText: "This reference is already used" });
  await expect(taken.getByRole("link", { name: used })).toBeVisible();
  await expectAccessible(page);
  await taken.getByRole("button", { name: "Use another reference" }).click();
  await expect(taken).toHaveCount(0);
  await expect(page.getByText(/^TOPUP-\d{4}-\d{2}-\d{2}-\d{3,}$/).first()).toBeVisible();
  await confirmAndSend(page);
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, "Applied")).toBeVisible();
});

test("in Spanish, by keyboard alone, a similar one of one's own asks why too", async ({
  page,
  baseURL,
}) => {
  await speak(page, "es", baseURL ?? "");
  await signIn(page, "agent");
  const words = WORDS.es;
  for (const isSecond of [false, true]) {
    await goto(page, "/cards/12387/funds");
    await fillChannel(page, words, amountOf(8));
    await page.getByRole("button", { name: words.review }).click();
    if (!isSecond) {
      await confirmAndSend(page);
      await page.waitForURL(/\/operations\//);
    }
  }
  await expect(
    page.getByText(/^Se envió una operación similar hace \d+ (?:segundo|minuto)s?$/),
  ).toBeVisible();
  const send = page.getByRole("button", { name: words.confirm });
  await send.focus();
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("Indique por qué esta operación no es la misma y luego envíela."),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type("La persona pidió dos recargas");
  await send.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, words.applied)).toBeVisible();
  await expect(page.getByText("La persona pidió dos recargas")).toBeVisible();
});
