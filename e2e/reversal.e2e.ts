import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import {
  addFunds,
  expectAccessible,
  expectNoSidewaysScroll,
  goto,
  signIn,
  speak,
} from "./fixtures";
import { WORDS, breakWith, fillChannel, heading, reference, send } from "./funds-page";

// Each test has a card of its own, so that they may run beside each other.

/** Sends an operation that adds some funds; gives its reference and leaves its page open. */
async function load(page: Page, cardId: string, amountTyped = `80.${cents()}`): Promise<string> {
  const used = `E2E-LOAD-${Date.now()}`;
  await addFunds(page, { cardId, reference: used, amount: amountTyped });
  await expect(heading(page, "Applied")).toBeVisible();
  return used;
}

/** From an operation's page to the form that takes it back, filled in but for the reason. */
async function openReversal(page: Page) {
  await page.getByRole("link", { name: "Reverse", exact: true }).click();
  await page.waitForURL(/\/funds\?reverses=/);
  await expect(reference(page)).not.toHaveValue("");
  await page.getByLabel("Reason", { exact: true }).selectOption({ index: 1 });
}

/** Two digits of the moment: an amount that was sent a short while ago would ask for a reason. */
const cents = () => String((Date.now() % 40) + 10);
const amount = (page: Page) => page.getByLabel("Amount", { exact: true });
const panel = (page: Page) => page.getByRole("region", { name: "Reversal", exact: true });

test("a load is taken back in two parts, linked both ways, and never once more", async ({
  page,
}) => {
  await signIn(page, "agent");
  const odd = Number(cents());
  const [part, rest, all] = [`30.${odd}`, `50.${odd}`, `80.${odd * 2}`];
  const loaded = await load(page, "12396", all);
  const original = page.url();
  await openReversal(page);
  await amount(page).fill("81.00");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText("This is more than what is left to reverse.")).toBeVisible();
  await amount(page).fill(part);
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText(`${rest} would be left to reverse`)).toBeVisible();
  await page.getByRole("button", { name: "Confirm and send" }).click();
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, "Applied")).toBeVisible();
  await expect(page.getByRole("link", { name: "Reverse", exact: true })).toHaveCount(0);

  await panel(page).getByRole("link", { name: loaded }).click();
  await expect(page).toHaveURL(original);
  await expect(panel(page).getByText("Left to reverse").locator("..")).toContainText(rest);
  await openReversal(page);
  await expect(amount(page)).toHaveValue(rest);
  await send(page);
  await expect(heading(page, "Applied")).toBeVisible();

  await goto(page, original);
  await expect(panel(page)).toContainText("Reversed in full");
  await expect(page.getByRole("link", { name: "Reverse", exact: true })).toHaveCount(0);
  await expect(panel(page).getByRole("link")).toHaveCount(2);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await goto(page, `/cards/12396/funds?reverses=${new URL(original).pathname.split("/").at(-1)}`);
  await expect(page.getByText("Nothing of it is left to reverse.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Review" })).toHaveCount(0);
});

test("a reversal's form is filled in, and its direction and currency are fixed", async ({
  page,
}) => {
  await signIn(page, "agent");
  const all = `80.${cents()}`;
  const loaded = await load(page, "12391", all);
  await openReversal(page);
  await expect(page.getByText(`This takes back ${loaded}`)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Adjustment" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Withdraw funds" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Add funds" })).toHaveCount(0);
  await expect(page.getByLabel("Currency").getByRole("option")).toHaveText(["GTQ"]);
  await expect(amount(page)).toHaveValue(all);
  await expect(page.getByLabel("Observations")).toHaveValue(`Reversal of ${loaded}`);
  await expectAccessible(page);
});

test("a reversal's draft is apart from the card's own, and survives a reload", async ({ page }) => {
  await signIn(page, "agent");
  await load(page, "12386");
  const original = page.url();
  await goto(page, "/cards/12386/funds");
  await fillChannel(page, WORDS.en, "7.00");
  await goto(page, original);
  await openReversal(page);
  await amount(page).fill("11.00");
  await page.getByLabel("Observations").fill("Loaded to the wrong card");
  const suggested = await reference(page).inputValue();
  await page.reload();
  await expect(amount(page)).toHaveValue("11.00");
  await expect(page.getByLabel("Observations")).toHaveValue("Loaded to the wrong card");
  await expect(reference(page)).toHaveValue(suggested);
  await goto(page, "/cards/12386/funds");
  await expect(amount(page)).toHaveValue("7.00");
  await expect(page.getByRole("radio", { name: "Add funds" })).toBeChecked();
});

test("a reversal of money that is spent says so, and asks for a note instead of a retry", async ({
  page,
}) => {
  await signIn(page, "agent");
  await load(page, "12392");
  const original = page.url();
  await openReversal(page);
  await breakWith(page, "SBX-7303");
  await send(page);
  await expect(heading(page, "Refused")).toBeVisible();
  await expect(page.getByText(/The money has probably been spent or moved on/)).toBeVisible();
  await expect(page.getByText(/7303/).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Correct and send again" })).toHaveCount(0);
  await page.getByLabel("Note", { exact: true }).fill("Agreed to pay it back on Friday");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByText("Added. It stands in what happened.")).toBeVisible();
  const story = page.getByRole("region", { name: "What happened" });
  await expect(story).toContainText("Agreed to pay it back on Friday");
  await expectAccessible(page);
  await goto(page, original);
  await expect(panel(page)).toContainText(/Tried once, nothing reversed yet/);
  await expect(page.getByRole("link", { name: "Reverse", exact: true })).toBeVisible();
});

test("a reversal that was refused for another reason is sent again as a reversal", async ({
  page,
}) => {
  await signIn(page, "agent");
  const loaded = await load(page, "12401");
  await openReversal(page);
  await breakWith(page, "SBX-429");
  await send(page);
  await expect(heading(page, "Refused")).toBeVisible();
  await page.getByRole("link", { name: "Correct and send again" }).click();
  await expect(page.getByText(`This takes back ${loaded}`)).toBeVisible();
  await reference(page).fill(`E2E-AGAIN-${Date.now()}`);
  await send(page);
  await expect(heading(page, "Applied")).toBeVisible();
  await expect(panel(page).getByRole("link", { name: loaded })).toBeVisible();
});

test("by the keyboard alone and in Spanish, an operation is reversed in full", async ({
  page,
  baseURL,
}) => {
  await signIn(page, "agent");
  await load(page, "12399");
  await speak(page, "es", baseURL ?? "");
  await goto(page, page.url());
  await page.getByRole("link", { name: "Revertir", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Esto revierte E2E-LOAD-/)).toBeVisible();
  await expect(page.getByLabel("Observaciones")).toHaveValue(/^Reversión de E2E-LOAD-\d+$/);
  await expect(reference(page, WORDS.es)).not.toHaveValue("");
  await page.getByLabel("Motivo", { exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Esto revierte todo lo que queda de/)).toBeVisible();
  const confirm = page.getByRole("button", { name: "Confirmar y enviar" });
  // From the heading of the review to the button: no more keys than there is to read.
  for (let presses = 0; presses < 6; presses += 1) {
    if (await confirm.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, "Aplicada")).toBeVisible();
  await expect(page.getByRole("region", { name: "Reversión" })).toContainText("Revierte");
});

test("an address that asks to reverse what does not exist gets words and no form", async ({
  page,
}) => {
  await signIn(page, "agent");
  for (const asked of ["1", "019a0000-0000-7000-8000-000000000001"]) {
    await goto(page, `/cards/12396/funds?reverses=${asked}`);
    await expect(page.getByText("This operation cannot be reversed")).toBeVisible();
    await expect(page.getByRole("button", { name: "Review" })).toHaveCount(0);
  }
});
