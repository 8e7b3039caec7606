import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { addFunds, expectAccessible, goto, signIn } from "./fixtures";

async function find(page: Page, typed: string): Promise<void> {
  const finder = page.getByRole("searchbox", { name: "Find a card" });
  await finder.fill(typed);
  await finder.press("Enter");
}

test.describe("finding a card", () => {
  test.beforeEach(({ page }) => signIn(page, "agent"));

  test("by its id leads straight to it", async ({ page }) => {
    await find(page, "12345");
    await expect(page).toHaveURL(/\/cards\/12345\/funds$/);
    await expect(page.getByText("Ana López")).toBeVisible();
  });

  test("by its last four digits works once somebody has opened it", async ({ page }) => {
    await goto(page, "/cards/12349/movements");
    await expect(page.getByText("Lucía Fuentes")).toBeVisible();
    await find(page, "2349");
    await expect(page).toHaveURL(/\/cards\/12349\/funds$/);
  });

  test("by a reference leads to the card of its operation", async ({ page }) => {
    const reference = `E2E-FIND-${Date.now()}`;
    await addFunds(page, { cardId: "12362", reference });
    await find(page, reference);
    await expect(page).toHaveURL(/\/cards\/12362\/funds$/);
  });

  test("says why when there is none, and what to ask for", async ({ page }) => {
    await find(page, "0000");
    await expect(page.getByText("No card found for “0000”")).toBeVisible();
    await expect(page.getByText(/only of cards that somebody has opened/)).toBeVisible();
    await find(page, "999999");
    await expect(page.getByText("The issuer knows no card with this id.")).toBeVisible();
    await find(page, "NO-SUCH-REFERENCE");
    await expect(page.getByText(/exactly as they were written/)).toBeVisible();
    await expectAccessible(page);
  });

  test("refuses a whole card number and puts it into no address", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(`${request.url()} ${request.postData()}`));
    await find(page, "4111 1111 1111 1111");
    await expect(
      page.getByRole("heading", { name: "A full card number is not searched for" }),
    ).toBeVisible();
    expect(page.url()).not.toMatch(/4111|1111/);
    await page.goBack();
    expect(page.url()).not.toMatch(/4111|1111/);
    expect(asked.filter((request) => /4111|1111/.test(request))).toEqual([]);
    await goto(page, "/cards?refused=card-number");
    await expectAccessible(page);
  });

  test("by the key / from anywhere", async ({ page }) => {
    await goto(page, "/cards/12345/movements");
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Find a card" })).toBeFocused();
  });
});

test("an auditor who finds a card comes to its movements", async ({ page }) => {
  await signIn(page, "auditor");
  await find(page, "12345");
  await expect(page).toHaveURL(/\/cards\/12345\/movements\/\d{4}-\d{2}$/);
});
