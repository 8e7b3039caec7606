import { expect, test } from "@playwright/test";

import { confirmAndSend, goto, signIn } from "./fixtures";
import {
  WORDS,
  breakWith,
  expectMovements,
  fillAdjustment,
  fillChannel,
  heading,
  reference,
  send,
} from "./funds-page";

// Each test has a card of its own, so that they may run beside each other.

test.describe("outcomes", () => {
  test.beforeEach(async ({ page }) => signIn(page, "agent"));

  test("7303 is refused in words with its code, and can be corrected and sent", async ({
    page,
  }) => {
    await goto(page, "/cards/12352/funds");
    await fillChannel(page, WORDS.en, "5.00", WORDS.en.withdraw);
    await expect(page.getByText(/The card does not have that much/)).toBeVisible();
    await send(page);
    await expect(heading(page, "Refused")).toBeVisible();
    await expect(page.getByText(/does not have enough available balance/).first()).toBeVisible();
    await expect(page.getByText("No money moved.")).toBeVisible();
    await expect(page.getByText(/7303/).first()).toBeVisible();
    await page.getByRole("link", { name: "Correct and send again" }).click();
    await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("5.00");
    await page.getByRole("radio", { name: "Add funds" }).check();
    await send(page);
    await expect(heading(page, "Applied")).toBeVisible();
  });

  test("7303 with status 500 is refused too", async ({ page }) => {
    await goto(page, "/cards/12373/funds");
    await fillChannel(page, WORDS.en, "5.00");
    await breakWith(page, "SBX-7303");
    await send(page);
    await expect(heading(page, "Refused")).toBeVisible();
  });

  test("a connection dropped after applying is unknown, and Check now finds it applied once", async ({
    page,
  }) => {
    await goto(page, "/cards/12374/funds?mode=adjustment");
    await fillAdjustment(page, WORDS.en, "6.00");
    const used = await breakWith(page, "SBX-DROP-AFTER");
    await send(page);
    await expect(heading(page, "Outcome unknown")).toBeVisible();
    await expect(page.getByText(/Do not repeat it/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Correct and send again" })).toBeHidden();
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(heading(page, "Applied")).toBeVisible();
    await expectMovements(page, 12374, used, 1);
  });

  test("a connection dropped before applying stays unknown, and Check now says what it saw", async ({
    page,
  }) => {
    await goto(page, "/cards/12375/funds");
    await fillChannel(page, WORDS.en, "7.00");
    const used = await breakWith(page, "SBX-DROP-BEFORE");
    await send(page);
    await expect(heading(page, "Outcome unknown")).toBeVisible();
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page.getByText(/not among the issuer's movements yet/)).toBeVisible();
    await expect(heading(page, "Outcome unknown")).toBeVisible();
    await expectMovements(page, 12375, used, 0);
  });

  test("an answer that comes too late is unknown, and found", async ({ page }) => {
    await goto(page, "/cards/12376/funds");
    await fillChannel(page, WORDS.en, "8.00");
    await breakWith(page, "SBX-SLOW");
    await page.getByRole("button", { name: "Review" }).click();
    await confirmAndSend(page);
    await page.waitForURL(/\/operations\//, { timeout: 30_000 });
    await expect(heading(page, "Outcome unknown")).toBeVisible();
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(heading(page, "Applied")).toBeVisible();
  });

  test("an access token that has ended is renewed without anybody noticing", async ({ page }) => {
    await goto(page, "/cards/12377/funds");
    await fillChannel(page, WORDS.en, "9.00");
    const used = await breakWith(page, "SBX-401");
    await send(page);
    await expect(heading(page, "Applied")).toBeVisible();
    await expectMovements(page, 12377, used, 1);
  });

  test("a reference that is used on the card is refused with a link to its owner", async ({
    page,
  }) => {
    await goto(page, "/cards/12378/funds");
    await fillChannel(page, WORDS.en, "10.00");
    const used = await reference(page).inputValue();
    await send(page);
    await expect(heading(page, "Applied")).toBeVisible();
    await goto(page, "/cards/12378/funds");
    await fillChannel(page, WORDS.en, "10.50");
    await reference(page).fill(used);
    await page.getByRole("button", { name: "Review" }).click();
    await confirmAndSend(page);
    await expect(page.getByText(/^Nothing was sent: the reference is already used/)).toBeVisible();
    await page.getByRole("button", { name: "Use a new reference" }).click();
    await expect(reference(page)).not.toHaveValue(used);
  });
});
