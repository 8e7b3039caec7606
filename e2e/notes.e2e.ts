import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { addFunds, expectAccessible, expectNoSidewaysScroll, goto, signIn } from "./fixtures";

const CARD = "12363";

/** A supervisor's adjustment with this text; gives its reference. */
async function adjust(page: Page, observations: string): Promise<string> {
  const reference = `E2E-NOTE-${Date.now()}`;
  await goto(page, `/cards/${CARD}/funds?mode=adjustment&operation=ADD_FUNDS`);
  await page.getByLabel("Amount", { exact: true }).fill("5.00");
  await page.getByLabel("Reference", { exact: true }).fill(reference);
  await page.getByLabel("Observations", { exact: true }).fill(observations);
  await page.getByLabel("Reason", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: "Confirm and send" }).click();
  await expect(page.getByRole("heading", { name: "Applied", level: 1 })).toBeVisible();
  return reference;
}

test("what a supervisor writes with an adjustment is what an auditor reads", async ({
  browser,
}) => {
  const text = `Charged twice on the 17th, see ticket ${Date.now()}`;
  const supervisor = await (await browser.newContext()).newPage();
  await signIn(supervisor, "supervisor");
  const reference = await adjust(supervisor, text);

  const page = await (await browser.newContext()).newPage();
  await signIn(page, "auditor");
  await page.getByRole("link", { name: "Notes", exact: true }).click();
  const note = page.getByRole("article").filter({ hasText: text });
  await expect(note).toContainText("Sergio Castañeda, Supervisor");
  await expect(note).toContainText("Reason:");
  await expect(note).toContainText("GTQ +5.00");
  await expect(note).toContainText("Applied");
  await expect(note.getByRole("time")).toHaveText(/^\d{1,2} \w{3} 20\d{2}, \d{2}:\d{2}$/);
  await expectAccessible(page);

  await note.getByRole("link", { name: `#${CARD}` }).click();
  await expect(page).toHaveURL(new RegExp(`/cards/${CARD}/notes$`));
  await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: reference }).click();
  await expect(page).toHaveURL(/\/operations\//);
});

test("a note added to an operation stands in its story and in the auditor's list, and stays", async ({
  browser,
}) => {
  const text = `Confirmed by phone ${Date.now()}`;
  const page = await (await browser.newContext()).newPage();
  await signIn(page, "agent");
  const reference = `E2E-NOTED-${Date.now()}`;
  await addFunds(page, { cardId: "12402", reference, amount: `3.${(Date.now() % 90) + 10}` });
  const field = page.getByLabel("Note", { exact: true });
  const save = page.getByRole("button", { name: "Add note" });
  await save.click();
  await expect(page.getByText("Write the note first.")).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill("paid with 4111 1111 1111 1111");
  await save.click();
  await expect(page.getByText(/This looks like a full card number/)).toBeVisible();
  await expectAccessible(page);

  await field.fill(text);
  await page.context().setOffline(true);
  await save.click();
  await expect(page.getByText(/The desk did not answer/)).toBeVisible();
  await expect(field).toHaveValue(text);
  await page.context().setOffline(false);
  await page.reload();
  await expect(field).toHaveValue(text);
  await save.click();
  await expect(page.getByText("Added. It stands in what happened.")).toBeVisible();
  await expect(field).toHaveValue("");
  await expect(page.getByRole("region", { name: "What happened" })).toContainText(text);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  const auditor = await (await browser.newContext()).newPage();
  await signIn(auditor, "auditor");
  await goto(auditor, "/notes");
  const note = auditor.getByRole("article").filter({ hasText: text });
  await expect(note).toContainText("Andrea Morales, Agent");
  await expect(note).toContainText("Added to the operation");
  await note.getByRole("link", { name: reference }).click();
  await expect(auditor.getByText(text)).toBeVisible();
  await expect(auditor.getByRole("button", { name: "Add note" })).toHaveCount(0);
});

test("a card without notes says what will stand there", async ({ page }) => {
  await signIn(page, "auditor");
  await goto(page, "/cards/12355/notes");
  await expect(page.getByText("No notes on this card yet.")).toBeVisible();
  await goto(page, "/notes?page=900");
  await expect(page.getByText("There are no more notes.")).toBeVisible();
});

test.describe("the list of operations", () => {
  test("filters by outcome in the address, and calls out what is unknown", async ({ page }) => {
    await signIn(page, "agent");
    const reference = `E2E-SBX-DROP-BEFORE-${Date.now()}`;
    await addFunds(page, { cardId: "12364", reference, amount: "2.00" });
    await expect(page.getByRole("heading", { name: "Outcome unknown", level: 1 })).toBeVisible();
    await goto(page, "/operations");
    await page.getByRole("link", { name: "See what is unsettled" }).click();
    await expect(page).toHaveURL(/\/unsettled$/);
    await expect(page.getByRole("row").filter({ hasText: reference })).toContainText("+2.00");
    await goto(page, "/operations?status=unknown");
    const row = page.getByRole("row").filter({ hasText: reference });
    await expect(row).toContainText("Outcome unknown");
    await expect(row).toContainText("+2.00");
    await expectAccessible(page);
    const outcomes = page.getByRole("navigation", { name: "Outcome" });
    await outcomes.getByRole("link", { name: "Applied" }).click();
    await expect(page).toHaveURL(/\?status=applied$/);
    await expect(page.getByRole("row").filter({ hasText: reference })).toHaveCount(0);
  });

  test("shows an agent their own operations, and a supervisor whose each is", async ({ page }) => {
    await signIn(page, "supervisor");
    await goto(page, "/operations");
    await expect(
      page.getByText(/^Every load and withdrawal that this desk has sent/),
    ).toBeVisible();
    await goto(page, "/operations?status=nonsense&page=0");
    await expect(page.getByRole("link", { name: "All", exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
  });
});
