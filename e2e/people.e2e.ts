import { expect, test } from "@playwright/test";

import { goOn, goto, hydrated, signIn } from "./fixtures";
import { WORDS, fillAdjustment, heading, reference, send } from "./funds-page";

// Each test has a card of its own, so that they may run beside each other.

test("an auditor reads the note and cannot operate", async ({ page, browser, baseURL }) => {
  await signIn(page, "agent");
  await goto(page, "/cards/12379/funds?mode=adjustment");
  await fillAdjustment(page, WORDS.en, "11.00");
  const note = `Fee charged twice, case ${Date.now()}`;
  await page.getByLabel("Observations", { exact: true }).fill(note);
  await send(page);
  await expect(heading(page, "Applied")).toBeVisible();

  const context = await browser.newContext({ locale: "en-US", ...(baseURL ? { baseURL } : {}) });
  const auditor = await context.newPage();
  await signIn(auditor, "auditor");
  await goto(auditor, "/cards/12379/notes");
  await expect(auditor.getByText(note)).toBeVisible();
  await goto(auditor, "/cards/12379/funds");
  await expect(auditor.getByText("This page is not open to your role")).toBeVisible();
  await expect(auditor.getByRole("button", { name: "Review" })).toBeHidden();
  await context.close();
});

test("sign-in is refused in words for a wrong password", async ({ page }) => {
  await goto(page, "/sign-in");
  await page.getByLabel("Email").fill("agent@desk.test");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("The email or the password is not right.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("agent@desk.test");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("from sign-in to the receipt by keyboard alone", async ({ page }) => {
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (element instanceof HTMLInputElement && element.labels?.[0]) {
          return element.labels[0].innerText;
        }
        if (element instanceof HTMLSelectElement) return element.labels[0]?.innerText ?? "";
        return element?.textContent ?? "";
      });
      if (name.test(focused.trim())) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`The keyboard never reached ${String(name)}.`);
  };

  await goto(page, "/sign-in");
  await tabTo(/^Email/);
  await page.keyboard.type("agent@desk.test");
  await tabTo(/^Password/);
  await page.keyboard.type("sandbox-sandbox");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  await hydrated(page);
  await page.keyboard.press("/");
  await page.keyboard.type("12380");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cards\/12380/);
  await hydrated(page);
  await tabTo(/^Channel operation/);
  await tabTo(/Add funds/);
  await page.keyboard.press("Space");
  await tabTo(/^Amount/);
  await page.keyboard.type("12.00");
  await tabTo(/^Channel$/);
  await page.keyboard.type("W");
  await expect(reference(page)).not.toHaveValue("");
  await tabTo(/^Review$/);
  await page.keyboard.press("Enter");
  await goOn(page);
  await tabTo(/^Confirm and send$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, "Applied")).toBeVisible();
});
