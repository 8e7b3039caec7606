import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { goto, hydrated, signIn, speak } from "./fixtures";

// Each test has a card of its own, so that they may run beside each other.

const WORDS = {
  en: {
    channelMode: "Channel operation",
    adjustmentMode: "Adjustment",
    add: "Add funds",
    withdraw: "Withdraw funds",
    amount: "Amount",
    channel: "Channel",
    reference: "Reference",
    description: "Description",
    reason: "Reason",
    observations: "Observations",
    review: "Review",
    confirm: "Confirm and send",
    applied: "Applied",
    notes: "Notes",
    badAmount: /Write the amount like 1,234\.50/,
  },
  es: {
    channelMode: "Operación de canal",
    adjustmentMode: "Ajuste",
    add: "Cargar fondos",
    withdraw: "Retirar fondos",
    amount: "Monto",
    channel: "Canal",
    reference: "Referencia",
    description: "Descripción",
    reason: "Motivo",
    observations: "Observaciones",
    review: "Revisar",
    confirm: "Confirmar y enviar",
    applied: "Aplicada",
    notes: "Notas",
    badAmount: /Escriba el monto como 1,234\.50/,
  },
} as const;

type Words = (typeof WORDS)[keyof typeof WORDS];

/** Fills a channel operation and leaves the reference to the desk, or appends to it. */
async function fillChannel(
  page: Page,
  words: Words,
  amount: string,
  direction: string = words.add,
) {
  await page.getByRole("radio", { name: words.channelMode }).check();
  await page.getByRole("radio", { name: direction }).check();
  await page.getByLabel(words.amount, { exact: true }).fill(amount);
  await page.getByLabel(words.channel, { exact: true }).selectOption("WEB");
  await expect(reference(page, words)).not.toHaveValue("");
}

async function fillAdjustment(
  page: Page,
  words: Words,
  amount: string,
  direction: string = words.add,
) {
  await page.getByRole("radio", { name: words.adjustmentMode }).check();
  await page.getByRole("radio", { name: direction }).check();
  await page.getByLabel(words.amount, { exact: true }).fill(amount);
  await page.getByLabel(words.reason, { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(words.observations, { exact: true }).fill("Asked for by phone");
  await expect(reference(page, words)).not.toHaveValue("");
}

function reference(page: Page, words: Words = WORDS.en) {
  return page.getByLabel(words.reference, { exact: true });
}

/** Makes the sandbox fail in a way that its README lists, and gives the whole reference. */
async function breakWith(page: Page, sentinel: string): Promise<string> {
  const whole = `${await reference(page).inputValue()}-${sentinel}`;
  await reference(page).fill(whole);
  return whole;
}

async function send(page: Page, words: Words = WORDS.en) {
  await page.getByRole("button", { name: words.review }).click();
  await page.getByRole("button", { name: words.confirm }).click();
  await page.waitForURL(/\/operations\//);
}

/** How many movements with this reference the issuer has on the card, as its month shows them. */
async function expectMovements(page: Page, cardId: number, text: string, count: number) {
  await goto(page, `/cards/${cardId}/movements?q=${encodeURIComponent(text)}`);
  await expect(page).toHaveURL(/\/movements\/\d{4}-\d{2}/);
  await goto(page, `${new URL(page.url()).pathname}?q=${encodeURIComponent(text)}`);
  const rows = page.getByRole("table", { name: "Movements" }).getByRole("row");
  await expect(rows.filter({ hasText: text })).toHaveCount(count);
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

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
    await expect(page.getByText(/looks like a full card number/)).toBeVisible();
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
    await context.clearCookies({ name: "desk-session" });
    await page.getByRole("button", { name: "Confirm and send" }).click();
    await expect(page.getByText("Nothing was sent: your session ended")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("Email").fill("agent@desk.test");
    await page.getByLabel("Password").fill("sandbox-sandbox");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/cards\/12367\/funds/);
    await hydrated(page);
    await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("78.00");
    await send(page);
    await expect(heading(page, "Applied")).toBeVisible();
  });
});

test.describe("one intent is one operation", () => {
  test.beforeEach(async ({ page }) => signIn(page, "agent"));

  test("with a double click on Confirm", async ({ page }) => {
    await goto(page, "/cards/12368/funds");
    await fillChannel(page, WORDS.en, "3.01");
    const used = await reference(page).inputValue();
    await page.getByRole("button", { name: "Review" }).click();
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
    await expect(second.getByRole("button", { name: "Confirm and send" })).toBeVisible();
    await Promise.all([
      page.getByRole("button", { name: "Confirm and send" }).click(),
      // The other tab may hear of it first, and then offers no button any more.
      second
        .getByRole("button", { name: "Confirm and send" })
        .click({ timeout: 2_000 })
        .catch(() => null),
    ]);
    await page.waitForURL(/\/operations\//);
    await expect(heading(page, "Applied")).toBeVisible();
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
    await page.getByRole("button", { name: "Confirm and send" }).click();
    await page.waitForURL(/\/operations\//, { timeout: 20_000 });
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
    await fillChannel(page, WORDS.en, "10.00");
    await reference(page).fill(used);
    await page.getByRole("button", { name: "Review" }).click();
    await page.getByRole("button", { name: "Confirm and send" }).click();
    await expect(page.getByText(/reference is already used on this card/)).toBeVisible();
    await page.getByRole("button", { name: "Use a new reference" }).click();
    await expect(reference(page)).not.toHaveValue(used);
  });
});

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
  await tabTo(/^Confirm and send$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/operations\//);
  await expect(heading(page, "Applied")).toBeVisible();
});
