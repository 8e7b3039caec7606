import { expect, test } from "@playwright/test";

import { goOn, goto, signIn } from "./fixtures";
import { WORDS, expectMovements, fillChannel, heading, reference, send } from "./funds-page";

// Each test has a card of its own, so that they may run beside each other.

test.describe("one intent is one operation", () => {
  test.beforeEach(async ({ page }) => signIn(page, "agent"));

  test("with a double click on Confirm", async ({ page }) => {
    await goto(page, "/cards/12368/funds");
    await fillChannel(page, WORDS.en, "3.01");
    const used = await reference(page).inputValue();
    await page.getByRole("button", { name: "Review" }).click();
    await goOn(page);
    await page.getByRole("button", { name: "Confirm and send" }).dblclick();
    await page.waitForURL(/\/operations\//);
    await expect(heading(page, "Applied")).toBeVisible();
    await expectMovements(page, 12368, used, 1);
  });

  test("in two tabs that both confirm", async ({ page, context }) => {
    await goto(page, "/cards/12369/funds");
    await fillChannel(page, WORDS.en, "3.02");
    const used = await reference(page).inputValue();
    await page.getByRole("button", { name: "Review" }).click();
    const second = await context.newPage();
    await goto(second, page.url());
    const tabs = [page, second];
    for (const tab of tabs) await goOn(tab);
    await Promise.all(
      tabs.map((tab) =>
        tab
          .getByRole("button", { name: "Confirm and send" })
          .click({ timeout: 5_000 })
          // Whichever tab comes second may hear of the first, and then offers no button any more.
          .catch(() => null),
      ),
    );
    const sent = () => tabs.filter((tab) => tab.url().includes("/operations/")).length;
    await expect.poll(sent).toBeGreaterThan(0);
    await expectMovements(page, 12369, used, 1);
  });

  test("when another tab sent it, and that tab says so", async ({ page, context }) => {
    await goto(page, "/cards/12382/funds");
    await fillChannel(page, WORDS.en, "3.03");
    const second = await context.newPage();
    await goto(second, "/cards/12382/funds");
    await expect(second.getByLabel("Amount", { exact: true })).toHaveValue("3.03");
    await send(page);
    await expect(second.getByText("Already sent from another tab")).toBeVisible();
  });

  test("after the back button, which opens a new form", async ({ page }) => {
    await goto(page, "/cards/12371/funds");
    await fillChannel(page, WORDS.en, "3.04");
    const used = await reference(page).inputValue();
    await send(page);
    await expect(heading(page, "Applied")).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("");
    await expectMovements(page, 12371, used, 1);
  });

  test("and the browser's back button leads from the review to the fields", async ({ page }) => {
    await goto(page, "/cards/12383/funds");
    await fillChannel(page, WORDS.en, "3.05");
    await page.getByRole("button", { name: "Review" }).click();
    await expect(page.getByRole("button", { name: "Confirm and send" })).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("3.05");
  });
});
