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

const table = (page: Page) => page.getByRole("table", { name: "Movements" });
const rows = (page: Page) => table(page).getByRole("row");

/** Opens the month before the present one, which the sandbox fills for every card. */
async function openLastMonth(page: Page, cardId: string): Promise<void> {
  await goto(page, `/cards/${cardId}/movements`);
  const link = page.getByRole("link", { name: "Previous month" });
  const href = (await link.getAttribute("href")) ?? "";
  await link.click();
  await expect(page).toHaveURL(href);
  await expect(table(page)).toBeVisible();
}

test.describe("a month of movements", () => {
  test.beforeEach(({ page }) => signIn(page, "agent"));

  test("says when, what, which way, how much, in which state", async ({ page }) => {
    await openLastMonth(page, "12346");
    for (const name of [
      "Time",
      "Type",
      "Direction",
      "Amount (GTQ)",
      "Status",
      "Reference",
      "Text",
    ]) {
      await expect(table(page).getByRole("columnheader", { name, exact: true })).toBeVisible();
    }
    const first = rows(page).nth(1);
    await expect(first.getByRole("cell").nth(0)).toHaveText(/^\d{1,2} \w{3} 20\d{2}, \d{2}:\d{2}$/);
    await expect(first.getByRole("cell").nth(2)).toHaveText(/^(In|Out)$/);
    await expect(first.getByRole("cell").nth(3)).toHaveText(/^[+−][\d,]+\.\d{2}$/);
    await expect(page.getByText("Times in Guatemala (GMT-6)")).toBeVisible();
  });

  test("marks what this desk has done and leads to its story", async ({ page }) => {
    const reference = `E2E-OURS-${Date.now()}`;
    await addFunds(page, { cardId: "12347", reference });
    await goto(page, "/cards/12347/movements");
    const row = rows(page).filter({ hasText: reference });
    await expect(row).toContainText("+12.34");
    await expect(row).toContainText("Desk");
    await row.getByRole("link", { name: reference }).click();
    await expect(page).toHaveURL(/\/operations\//);
    await expect(page.getByRole("heading", { name: "Applied", level: 1 })).toBeVisible();
  });

  test("shows the new balance on the way from the form to the movements", async ({ page }) => {
    await goto(page, "/cards/12361/funds");
    const balance = page.getByRole("region", { name: "Card" }).getByRole("definition");
    const before = await balance.textContent();
    const other = await page.context().newPage();
    await addFunds(other, { cardId: "12361", reference: `E2E-FRESH-${Date.now()}` });
    await page.getByRole("link", { name: "Movements", exact: true }).click();
    await expect(table(page)).toBeVisible();
    await expect(balance).not.toHaveText(before ?? "");
  });

  test("goes to other months by links, by the list and by the arrow keys", async ({ page }) => {
    await openLastMonth(page, "12347");
    const last = page.url();
    await page.keyboard.press("ArrowLeft");
    await expect(page).not.toHaveURL(last);
    await page.keyboard.press("ArrowRight");
    await expect(page).toHaveURL(last);
    await page.getByRole("link", { name: "Previous month" }).click();
    await expect(page).not.toHaveURL(last);
    await page.getByRole("link", { name: "Next month" }).click();
    await expect(page).toHaveURL(last);
    const chosen = await page
      .getByRole("combobox", { name: "Month" })
      .locator("option")
      .nth(3)
      .getAttribute("value");
    await page.getByRole("combobox", { name: "Month" }).selectOption({ index: 3 });
    await expect(page).toHaveURL(new RegExp(`/movements/${chosen}$`));
    await expect(page.getByRole("combobox", { name: "Month" }).locator("option")).toHaveCount(24);
  });

  test("does not leave the month while somebody types", async ({ page }) => {
    await openLastMonth(page, "12347");
    const { pathname } = new URL(page.url());
    await page.getByLabel("Filter").fill("ab");
    await page.getByLabel("Filter").press("ArrowLeft");
    await page.getByLabel("Filter").press("ArrowLeft");
    await expect(page).toHaveURL((url) => url.pathname === pathname);
  });

  test("has no next month after the present one, and says why", async ({ page }) => {
    await goto(page, "/cards/12347/movements");
    // On the last evening of a month the next one by UTC can be looked at already.
    const next = page.getByRole("link", { name: "Next month" });
    if ((await next.getAttribute("aria-disabled")) === null) await next.click();
    await expect(next).toHaveAttribute("aria-disabled", "true");
    await expect(next).toHaveAccessibleName(/has not begun/);
  });

  test("filters by what is typed, keeps it in the address, and the totals follow", async ({
    page,
  }) => {
    await openLastMonth(page, "12346");
    await expect(page.getByText("10,000 movements")).toBeVisible();
    await page.getByLabel("Filter").fill("recarga por lote");
    await expect(page.getByText(/^[\d,]+ of 10,000 movements$/)).toBeVisible();
    await expect(rows(page).nth(1)).toContainText("Recarga por lote");
    const totals = page.getByRole("region", { name: "Totals" });
    // Loads only: nothing went out.
    await expect(totals.getByRole("definition").nth(1)).toHaveText("GTQ 0.00");
    await expect(page).toHaveURL(/\?q=recarga\+por\+lote$/);
    await page.reload();
    await expect(page.getByLabel("Filter")).toHaveValue("recarga por lote");
    await expect(page.getByText(/^[\d,]+ of 10,000 movements$/)).toBeVisible();
  });

  test("filters by direction, and offers a way back when nothing passes", async ({ page }) => {
    await openLastMonth(page, "12347");
    await page.getByRole("radio", { name: "In", exact: true }).check({ force: true });
    await expect(page).toHaveURL(/\?direction=in$/);
    for (const row of (await rows(page).all()).slice(1)) await expect(row).toContainText("+");
    await page.getByLabel("Filter").fill("no movement says this");
    await expect(page.getByText("No movement passes the filter")).toBeVisible();
    await page.getByRole("button", { name: "Clear the filter" }).click();
    await expect(table(page)).toBeVisible();
    await expect(page.getByLabel("Filter")).toHaveValue("");
    await expect(page.getByLabel("Filter")).toBeFocused();
  });

  test("keeps a whole card number out of the address", async ({ page }) => {
    await openLastMonth(page, "12347");
    await page.getByLabel("Filter").fill("4111111111111111");
    await expect(page.getByText("No movement passes the filter")).toBeVisible();
    await page.getByRole("radio", { name: "Out", exact: true }).check({ force: true });
    await expect(page).toHaveURL(/\?direction=out$/);
  });

  test("is read anew on demand, and says of when it is", async ({ page }) => {
    await openLastMonth(page, "12347");
    const asOf = page.getByText(/^As of \d{2}:\d{2}:\d{2}$/);
    const before = (await asOf.textContent()) ?? "";
    await page.waitForFunction(
      (text) => !text.endsWith(new Date().toTimeString().slice(0, 8)),
      before,
    );
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(asOf).not.toHaveText(before);
  });
});

test.describe("a month before its scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("cannot be reached without signing in", async ({ page }) => {
    await page.goto("/cards/12345/movements/2026-04");
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  });
});

test("a month of 100,000 movements is a table of few rows that knows how many it has", async ({
  page,
}) => {
  // A month of this length takes the issuer, the desk and the browser a few seconds each.
  test.slow();
  await signIn(page, "auditor");
  await goto(page, "/cards/67890/movements");
  await page.getByRole("link", { name: "Previous month" }).click();
  await expect(table(page)).toHaveAttribute("aria-rowcount", "100001", {
    timeout: 60_000,
  });
  await expect(page.getByText("100,000 movements", { exact: true })).toBeVisible();
  const isDrawnInPart = () => document.querySelector("tbody[aria-hidden]") !== null;
  await page.waitForFunction(isDrawnInPart, null, { timeout: 60_000 });
  await page.keyboard.press("End");
  await expect(table(page).locator('[aria-rowindex="100001"]')).toBeVisible();
  expect(await page.locator("tr").count()).toBeLessThan(150);
  await page.keyboard.press("Home");
  await page.getByLabel("Filter").fill("LOTE-");
  await expect(page.getByText(/^1\d,\d{3} of 100,000 movements$/)).toBeVisible({
    timeout: 60_000,
  });
});

test("a card that does not exist, a month that is none and one to come each say so", async ({
  page,
}) => {
  await signIn(page, "auditor");
  await goto(page, "/cards/999999/movements/2026-04");
  await expect(page.getByRole("heading", { name: "There is no such card" })).toBeVisible();
  await goto(page, "/cards/not-a-card/movements/2026-04");
  await expect(page.getByRole("heading", { name: "There is no such card" })).toBeVisible();
  await goto(page, "/cards/12345/movements/2026-13");
  await expect(page.getByRole("heading", { name: "There is no such month" })).toBeVisible();
  await goto(page, "/cards/12345/movements/2099-01");
  await expect(page.getByText("January 2099 has not begun")).toBeVisible();
  await goto(page, "/cards/12350/movements");
  await expect(page.getByText(/^No movements in /)).toBeVisible();
});

test("an auditor comes to the movements, and has no tab for funds", async ({ page }) => {
  await signIn(page, "auditor");
  await goto(page, "/cards/12345");
  await expect(page).toHaveURL(/\/cards\/12345\/movements\/\d{4}-\d{2}$/);
  await expect(page.getByRole("link", { name: "Funds", exact: true })).toHaveCount(0);
});

test("a card's own address is a real redirect, not a page that leads on", async ({ page }) => {
  await signIn(page, "agent");
  for (const path of ["/cards/12345", "/cards/12345/movements"]) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
  }
});

test("the rows of a month are nobody's without a session", async ({ request }) => {
  const answer = await request.get("/api/cards/12345/movements/2026-04");
  expect(answer.status()).toBe(401);
  expect(answer.headers()["cache-control"]).toBe("private, no-store");
});

for (const locale of ["es", "en"] as const) {
  test(`the month is accessible and fits a telephone (${locale})`, async ({ page, baseURL }) => {
    await speak(page, locale, baseURL ?? "");
    await signIn(page, "agent");
    await goto(page, "/cards/12347/movements");
    await page.getByRole("link", { name: /^(Previous month|Mes anterior)$/ }).click();
    await page.getByRole("table", { name: /^(Movements|Movimientos)$/ }).waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
