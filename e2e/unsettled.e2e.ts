import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { addFunds, expectAccessible, expectNoSidewaysScroll, goto, signIn } from "./fixtures";

// Each test has a card of its own, and finds its row by its own reference: others fill the list too.

const unique = (sentinel: string) => `SHIFT-${Date.now()}-${sentinel}`;
const rowOf = (page: Page, reference: string) =>
  page.getByRole("table", { name: "Unsettled" }).getByRole("row").filter({ hasText: reference });

test("what becomes unknown shows on the shift's list without a reload, and can be checked there", async ({
  page,
  browser,
}) => {
  const colleague = await browser.newPage();
  await signIn(colleague, "agent");
  await signIn(page, "supervisor");
  await goto(page, "/");
  await page
    .getByRole("navigation", { name: "Desk" })
    .getByRole("link", { name: /Unsettled/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Unsettled" })).toBeVisible();
  const reference = unique("SBX-DROP-BEFORE");
  await expect(rowOf(page, reference)).toHaveCount(0);

  await addFunds(colleague, { cardId: "12353", reference, amount: "17.05" });
  const row = rowOf(page, reference);
  await expect(row).toContainText("+17.05");
  await expect(row).toContainText("Connection lost");
  await expect(row).toContainText("Card 12353");
  await expect(row).toContainText(/\d+\u00A0s/);
  await expect(
    page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: /Unsettled \d/ }),
  ).toBeVisible();

  const check = row.getByRole("button", { name: `Check now ${reference}` });
  await check.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${reference}: looked at`)).toContainText(
    "not among the issuer's movements yet",
  );
  await expect(row).toContainText(/\d+ looks?, last/);
  await expect(row).toContainText(/\d+ movements? in /);
  await colleague.close();
});

test("what is settled leaves the list without a reload, and stays in sight below it", async ({
  page,
  browser,
}) => {
  const colleague = await browser.newPage();
  await signIn(colleague, "agent");
  await signIn(page, "auditor");
  await goto(page, "/unsettled");
  const reference = unique("SBX-DROP-AFTER");
  await addFunds(colleague, { cardId: "12357", reference, amount: "18.05" });
  // Nobody checks: the desk looks by itself.
  const settled = page.getByRole("region", { name: "Settled within the last hour" });
  const entry = settled.getByRole("listitem").filter({ hasText: reference });
  await expect(entry).toContainText("Applied", { timeout: 45_000 });
  await expect(entry).toContainText("+18.05");
  await expect(rowOf(page, reference)).toHaveCount(0);
  await colleague.close();
});

test("the list says that it is not live when the desk cannot be reached, and when it is again", async ({
  page,
  context,
}) => {
  await signIn(page, "admin");
  await goto(page, "/unsettled");
  await expect(page.getByText(/^Live, as of/)).toBeVisible();
  // A page that is being drawn anew while the network goes away is the browser's own error page.
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await expect(page.getByText(/The desk has not answered since/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Live, as of/)).toBeVisible();
});

test("an auditor reads the list, prints it for the next shift and checks nothing", async ({
  page,
  browser,
}) => {
  const colleague = await browser.newPage();
  await signIn(colleague, "agent");
  const reference = unique("SBX-DROP-BEFORE");
  await addFunds(colleague, { cardId: "12358", reference, amount: "19.05" });
  await colleague.close();

  await signIn(page, "auditor");
  await goto(page, "/unsettled");
  const row = rowOf(page, reference);
  await expect(row).toBeVisible();
  await expect(row.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "In doubt" })).toContainText("USD");
  await expectAccessible(page);
  for (const width of [1024, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSidewaysScroll(page);
  }

  await page.setViewportSize({ width: 1040, height: 720 });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^Shift hand-over/)).toBeVisible();
  await expect(page.getByText(/^Printed .+ by /)).toBeVisible();
  await expect(page.getByText("Taken over by")).toBeVisible();
  await expect(row).toContainText("+19.05");
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Print for the next shift" })).toBeHidden();
});

test("a part of the list has an address, and leads back to the whole", async ({ page }) => {
  await signIn(page, "agent");
  // No operation of the tests is half an hour old, and the feed of the tests carries references.
  await goto(page, "/unsettled?only=old");
  await expect(page.getByText("Nothing has waited for more than 30 minutes")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(/\/unsettled$/);
  await goto(page, "/unsettled?only=proposed");
  await expect(page.getByText("Nothing waits for a supervisor")).toBeVisible();
  await goto(page, "/unsettled?only=nonsense");
  await expect(page.getByRole("heading", { level: 1, name: "Unsettled" })).toBeVisible();
});
