import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { addFunds, expectAccessible, expectNoSidewaysScroll, hydrated, signIn } from "./fixtures";
import { expectMovements, heading } from "./funds-page";

// Each test has a card of its own, so that they may run beside each other.

const unique = (sentinel: string) => `SETTLE-${Date.now()}-${sentinel}`;
const story = (page: Page) => page.getByRole("region", { name: "What happened" });

/** The same operation on the page of somebody else. */
async function openAs(page: Page, role: "supervisor" | "auditor", url: string): Promise<void> {
  await signIn(page, role);
  await page.goto(url);
  await hydrated(page);
}

test("an unknown operation settles on its page, by itself and without a reload", async ({
  page,
}) => {
  await signIn(page, "agent");
  const reference = unique("SBX-DROP-AFTER");
  await addFunds(page, { cardId: "12393", reference, amount: "41.05" });
  await expect(heading(page, "Outcome unknown")).toBeVisible();
  await page.evaluate(() => (document.body.dataset["notReloaded"] = "true"));
  await expect(page.getByText(/Next look in \d+\u00A0s\./)).toBeVisible();
  await expect(heading(page, "Applied")).toBeVisible({ timeout: 45_000 });
  await expect(story(page)).toContainText("Found in the issuer's movements");
  await expect(story(page)).toContainText("The desk itself");
  await expect(page.locator("body[data-not-reloaded]")).toBeAttached();
  await expectMovements(page, 12393, reference, 1);
});

test("a supervisor settles by hand with the keyboard alone, and it is sent again once", async ({
  page,
  browser,
}) => {
  await signIn(page, "agent");
  const reference = unique("SBX-DROP-ONCE");
  await addFunds(page, { cardId: "12362", reference, amount: "42.05" });
  await expect(heading(page, "Outcome unknown")).toBeVisible();
  await expect(page.getByText("Settle by hand")).toHaveCount(0);

  const supervisor = await browser.newPage();
  await openAs(supervisor, "supervisor", page.url());
  await supervisor.getByText("Settle by hand").focus();
  await supervisor.keyboard.press("Enter");
  await supervisor.keyboard.press("Tab");
  // The second of the two outcomes.
  await supervisor.keyboard.press("ArrowDown");
  await supervisor.keyboard.press("ArrowDown");
  await expect(supervisor.getByRole("radio", { name: "Applied", exact: true })).toBeChecked();
  await supervisor.keyboard.press("ArrowUp");
  await expect(supervisor.getByRole("radio", { name: "Not applied" })).toBeChecked();
  await supervisor.keyboard.press("Tab");
  await expect(supervisor.getByLabel("Reason", { exact: true })).toBeFocused();
  await supervisor.keyboard.press("Tab");
  await supervisor.keyboard.press("Enter");
  await expect(supervisor.getByText("Write why. It stays on record.")).toBeVisible();
  await expect(supervisor.getByLabel("Reason", { exact: true })).toBeFocused();
  await supervisor.keyboard.type("The issuer's support has no trace of it");
  await supervisor.keyboard.press("Tab");
  await supervisor.keyboard.press("Enter");
  await expect(heading(supervisor, "Not applied")).toBeFocused();
  await expect(story(supervisor)).toContainText("Settled by hand: not applied");
  await supervisor.close();

  // The agent's page learns of it without a reload, and offers to send it again.
  const old = page.url();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("GTQ\u00A042.05 will be added to card 12362.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Confirm and send" }).dblclick();
  await page.waitForURL((address) => address.href !== old);
  await expect(heading(page, "Applied")).toBeVisible();
  await page.getByRole("link", { name: /^Sends again an earlier operation/ }).click();
  await expect(heading(page, "Not applied")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send again" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Sent again on/ })).toBeVisible();
  await expectMovements(page, 12362, reference, 1);
});

test("who may only read sees the search go on, and nothing to press", async ({ page, browser }) => {
  const agent = await browser.newPage();
  await signIn(agent, "agent");
  await addFunds(agent, { cardId: "12367", reference: unique("SBX-DROP-BEFORE"), amount: "43.05" });
  await openAs(page, "auditor", agent.url());
  await agent.close();
  await expect(page.getByText(/Next look in \d+\u00A0s\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Check now" })).toHaveCount(0);
  await expect(page.getByText("Settle by hand")).toHaveCount(0);
});
