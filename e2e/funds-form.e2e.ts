import { expect, test } from "@playwright/test";

import { confirmAndSend, goOn, goto, hydrated, signIn, speak } from "./fixtures";
import { WORDS, fillAdjustment, fillChannel, heading, reference, send } from "./funds-page";

// Each test has a card of its own, so that they may run beside each other.

for (const locale of ["en", "es"] as const) {
  const words = WORDS[locale];
  const firstCard = locale === "en" ? 12361 : 12362;

  test.describe(`in ${locale}`, () => {
    test.beforeEach(async ({ page, baseURL }) => {
      await speak(page, locale, baseURL ?? "");
      await signIn(page, "agent");
    });

    test("an agent loads a card through a channel and reads the receipt", async ({ page }) => {
      await goto(page, "/cards/12345/funds?mode=channel");
      await fillChannel(page, words, "100.00");
      await page.getByLabel(words.description, { exact: true }).fill("Loyalty reward");
      const used = await reference(page, words).inputValue();
      expect(used).toMatch(/^TOPUP-\d{4}-\d{2}-\d{2}-\d{3,}$/);
      await send(page, words);
      await expect(heading(page, words.applied)).toBeVisible();
      await expect(page.getByText("+100.00").first()).toBeVisible();
      await expect(page.getByText(used).first()).toBeVisible();
    });

    test("an agent loads and withdraws by adjustment", async ({ page }) => {
      await goto(page, "/cards/12345/funds?mode=adjustment");
      await fillAdjustment(page, words, "1,234.50");
      await send(page, words);
      await expect(heading(page, words.applied)).toBeVisible();
      await goto(page, "/cards/12345/funds?mode=adjustment");
      await fillAdjustment(page, words, "1,234.50", words.withdraw);
      expect(await reference(page, words).inputValue()).toMatch(/^WD-/);
      await send(page, words);
      await expect(heading(page, words.applied)).toBeVisible();
      await expect(page.getByText("−1,234.50").first()).toBeVisible();
    });

    for (const typed of ["1.234,50", "1234,5", "12,34", "abc", "-5"]) {
      test(`the amount ${typed} is refused in words and kept as typed`, async ({ page }) => {
        await goto(page, `/cards/${firstCard}/funds`);
        await page.getByLabel(words.amount, { exact: true }).fill(typed);
        await page.getByRole("button", { name: words.review }).click();
        await expect(page.getByText(words.badAmount)).toBeVisible();
        await expect(page.getByLabel(words.amount, { exact: true })).toHaveValue(typed);
      });
    }
  });
}

test.describe("the form", () => {
  test.beforeEach(async ({ page }) => signIn(page, "agent"));

  test("shows the balance afterwards as one types", async ({ page }) => {
    await goto(page, "/cards/12354/funds?operation=WITHDRAW_FUNDS");
    await page.getByLabel("Amount", { exact: true }).fill("345,678.90");
    await expect(page.getByRole("status", { name: "Balance afterwards" })).toHaveText(
      /GTQ\s12,000,000\.00/,
    );
  });

  test("counts 50 characters as a person does and refuses the 51st", async ({ page }) => {
    await goto(page, "/cards/12363/funds");
    await fillChannel(page, WORDS.en, "1.00");
    const description = page.getByLabel("Description", { exact: true });
    // Each of these is one character to a person: precomposed, combined, and several code points.
    await description.fill(`${"ñ".repeat(30)}${"á".repeat(18)}👍🏽👨‍👩‍👧x`);
    await expect(page.getByText("51/50")).toBeVisible();
    await page.getByRole("button", { name: "Review" }).click();
    await expect(description).toHaveAttribute("aria-invalid", "true");
    await expect(description).toBeFocused();
    await description.fill(`${"ñ".repeat(30)}${"á".repeat(18)}👍🏽👨‍👩‍👧`);
    await send(page);
    await expect(heading(page, "Applied")).toBeVisible();
  });

  test("refuses a card number in a note and says which field holds it", async ({ page }) => {
    await goto(page, "/cards/12381/funds?mode=adjustment");
    await fillAdjustment(page, WORDS.en, "1.00");
    const observations = page.getByLabel("Observations", { exact: true });
    await observations.fill("The card is 4111 1111 1111 1111, load it");
    await page.getByRole("button", { name: "Review" }).click();
    await expect(page.getByText(/^“Observations” holds what looks like a full card/)).toBeVisible();
    await expect(observations).toBeFocused();
  });

  test("takes custom keys row by row and from pasted lines", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await goto(page, "/cards/12365/funds");
    await fillChannel(page, WORDS.en, "2.00");
    await page.getByRole("button", { name: "Add key" }).click();
    await page.evaluate(() => navigator.clipboard.writeText("campaign=loyalty\nticket=A=7"));
    await page.getByLabel("Key", { exact: true }).focus();
    await page.keyboard.press("ControlOrMeta+V");
    await expect(page.getByLabel("Key", { exact: true })).toHaveCount(2);
    await page.getByText("The exact request").click();
    await expect(page.getByText('"ticket": "A=7"')).toBeVisible();
    await send(page);
    await expect(page.getByText("loyalty").first()).toBeVisible();
  });

  test("keeps what was typed over a reload, with the same reference", async ({ page }) => {
    await goto(page, "/cards/12366/funds");
    await fillChannel(page, WORDS.en, "77.00");
    const used = await reference(page).inputValue();
    await page.reload();
    await hydrated(page);
    await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("77.00");
    await expect(reference(page)).toHaveValue(used);
  });

  test("keeps what was typed over a session that ended", async ({ page, context }) => {
    await goto(page, "/cards/12367/funds");
    await fillChannel(page, WORDS.en, "78.00");
    await page.getByRole("button", { name: "Review" }).click();
    await goOn(page);
    await context.clearCookies({ name: "desk-session" });
    await page.getByRole("button", { name: "Confirm and send" }).click();
    await expect(page.getByRole("heading", { name: "You are signed out here" })).toBeVisible();
    await page.getByRole("link", { name: "Sign in again" }).click();
    await page.getByLabel("Email").fill("agent@desk.test");
    await page.getByLabel("Password").fill("sandbox-sandbox");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/cards\/12367\/funds/);
    await hydrated(page);
    // Back at the very step, with what was typed.
    await expect(page.getByText(/^Add GTQ\s78\.00 to /)).toBeVisible();
    await confirmAndSend(page);
    await page.waitForURL(/\/operations\//);
    await expect(heading(page, "Applied")).toBeVisible();
  });
});
