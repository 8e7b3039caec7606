import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";

import {
  expectAccessible,
  expectNoSidewaysScroll,
  goto,
  hydrated,
  signIn,
  speak,
} from "./fixtures";
import type { Role } from "./fixtures";
import { WORDS, fillChannel, heading, reference } from "./funds-page";

// One desk sends or does not: these run after all others and one by one (playwright.config.ts).

const CARD = 12394;
/** Several people sign in, one after the other. */
test.describe.configure({ timeout: 120_000 });

const LINE = {
  en: {
    place: "Sending",
    reason: "Reason",
    stop: "Stop sending",
    resume: "Start sending again",
    stopped: "Sending is stopped.",
    runs: "The desk sends again.",
    empty: "Write why. It stays on record.",
    draft: "You can fill in the form",
    nothingSent: "Nothing was sent: the desk has stopped sending",
    history: "Stops and starts",
    byAdmin: /by Adrián Barrios/,
  },
  es: {
    place: "Envíos",
    reason: "Motivo",
    stop: "Detener los envíos",
    resume: "Reanudar los envíos",
    stopped: "Los envíos están detenidos.",
    runs: "La mesa envía de nuevo.",
    empty: "Escriba por qué. Queda en el registro.",
    draft: "Puede llenar el formulario",
    nothingSent: "No se envió nada: la mesa detuvo los envíos",
    history: "Detenciones y reanudaciones",
    byAdmin: /por Adrián Barrios/,
  },
} as const;
type Locale = keyof typeof LINE;

async function signedIn(browser: Browser, role: Role, locale: Locale = "en"): Promise<Page> {
  const { baseURL } = test.info().project.use;
  if (baseURL === undefined) throw new Error("The run has no desk.");
  const context = await browser.newContext({ locale: "en-US", baseURL });
  const page = await context.newPage();
  await speak(page, locale, baseURL);
  await signIn(page, role);
  return page;
}

const banner = (page: Page, locale: Locale = "en") =>
  page.getByRole("status").filter({ hasText: LINE[locale].stopped }).first();

/** Of its own, so that nothing sent before is similar. */
const newAmount = () => ((Date.now() % 90_000) / 100 + 10).toFixed(2);

async function change(admin: Page, to: "stop" | "resume", reason: string, locale: Locale = "en") {
  await goto(admin, "/settings/line");
  await admin.getByLabel(LINE[locale].reason, { exact: true }).fill(reason);
  await admin.getByRole("button", { name: LINE[locale][to], exact: true }).click();
}

// Whatever a test that failed has left, the next one begins with a desk that sends.
test.afterEach(async ({ browser }) => {
  const admin = await signedIn(browser, "admin");
  await goto(admin, "/settings/line");
  const resume = admin.getByRole("button", { name: LINE.en.resume, exact: true });
  if (await resume.isVisible()) {
    await change(admin, "resume", "The test is over");
    await expect(admin.getByText(LINE.en.runs)).toBeVisible();
  }
  await admin.context().close();
});

for (const locale of ["en", "es"] as const) {
  test(`an administrator stops sending, an agent keeps the draft and sends it later (${locale})`, async ({
    browser,
  }) => {
    const words = WORDS[locale];
    const line = LINE[locale];
    const amount = newAmount();
    const admin = await signedIn(browser, "admin", locale);
    const agent = await signedIn(browser, "agent", locale);

    // The agent is in the middle of the form when sending stops.
    await goto(agent, `/cards/${CARD}/funds`);
    await fillChannel(agent, words, amount);
    await agent.getByLabel(words.description, { exact: true }).pressSequentially("Half a sent");
    const sent = await reference(agent, words).inputValue();

    const why = `Issuer's window <${Date.now()}>`;
    await change(admin, "stop", why, locale);
    await expect(banner(admin, locale)).toContainText(why);
    await expect(admin.getByRole("button", { name: line.resume, exact: true })).toBeVisible();

    // No reload: the banner comes by itself, and leaves the form and its focus as they are.
    await expect(banner(agent, locale)).toContainText(why);
    await expect(banner(agent, locale)).toContainText(line.byAdmin);
    await expect(banner(agent, locale)).toContainText(line.draft);
    await agent.keyboard.type("ence");
    await expect(agent.getByLabel(words.description, { exact: true })).toHaveValue(
      "Half a sentence",
    );

    await agent.getByRole("button", { name: words.review, exact: true }).click();
    await agent.getByRole("button", { name: words.confirm, exact: true }).click();
    const notice = agent.getByText(line.nothingSent);
    await expect(notice).toBeVisible();
    await expect(agent.getByRole("main")).toContainText(why);
    await expectAccessible(agent);
    // Reading goes on, and the draft outlives leaving the page.
    await goto(agent, `/cards/${CARD}/movements`);
    await expect(agent.getByRole("table").first()).toBeVisible();
    await goto(agent, `/cards/${CARD}/funds`);
    await expect(agent.getByLabel(words.amount, { exact: true })).toHaveValue(amount);
    await expect(reference(agent, words)).toHaveValue(sent);
    await agent.getByRole("button", { name: words.review, exact: true }).click();

    await change(admin, "resume", "The window is over", locale);
    await expect(admin.getByText(line.runs)).toBeVisible();
    await expect(banner(agent, locale)).toBeHidden();
    await agent.getByRole("button", { name: words.confirm, exact: true }).click();
    await agent.waitForURL(/\/operations\//);
    await expect(heading(agent, words.applied)).toBeVisible();

    // Everybody may read who it was and why; the switch is not everybody's.
    await goto(agent, "/settings/line");
    const history = agent.getByRole("list", { name: line.history });
    await expect(history.getByRole("listitem").first()).toContainText("The window is over");
    await expect(history.getByRole("listitem").nth(1)).toContainText(why);
    await expect(agent.getByLabel(line.reason, { exact: true })).toBeHidden();
    await expect(agent.getByRole("link", { name: line.place, exact: true })).toBeHidden();
    await Promise.all([admin.context().close(), agent.context().close()]);
  });
}

test("sending is stopped and started again by keyboard alone, and not without a reason", async ({
  browser,
}) => {
  const admin = await signedIn(browser, "admin");
  await admin.getByRole("link", { name: LINE.en.place, exact: true }).focus();
  await admin.keyboard.press("Enter");
  await admin.waitForURL(/\/settings\/line/);
  await hydrated(admin);
  const reason = admin.getByLabel(LINE.en.reason, { exact: true });

  await reason.focus();
  await admin.keyboard.press("Tab");
  await admin.keyboard.press("Enter");
  await expect(admin.getByText(LINE.en.empty)).toBeVisible();
  await expect(reason).toBeFocused();
  await admin.keyboard.type("Card 4111 1111 1111 1111");
  await admin.keyboard.press("Tab");
  await admin.keyboard.press("Enter");
  await expect(admin.getByText("This looks like a full card number")).toBeVisible();
  await expect(banner(admin)).toBeHidden();

  await reason.fill("Too many timeouts");
  await admin.keyboard.press("Tab");
  await admin.keyboard.press("Enter");
  await expect(banner(admin)).toContainText("Too many timeouts");
  // The focus is where the answer is, and the next Tab leads into the other form, which is empty.
  await expect(admin.locator("output:focus")).toHaveText(LINE.en.stopped);
  await admin.keyboard.press("Tab");
  await expect(reason).toBeFocused();
  await expect(reason).toHaveValue("");
  await admin.keyboard.type("They are over");
  await admin.keyboard.press("Tab");
  await admin.keyboard.press("Enter");
  await expect(admin.locator("output:focus")).toHaveText(LINE.en.runs);
  await expect(banner(admin)).toBeHidden();
  await admin.context().close();
});

test("two administrators at one switch are told who was first", async ({ browser }) => {
  const first = await signedIn(browser, "admin");
  const second = await signedIn(browser, "admin");
  await goto(second, "/settings/line");
  // The second one presses before the page has learned of it.
  await second.route("**/api/pulse", (route) => route.abort());
  await change(first, "stop", "First");
  await expect(banner(first)).toContainText("First");
  await second.getByLabel(LINE.en.reason, { exact: true }).fill("Second");
  await second.getByRole("button", { name: LINE.en.stop, exact: true }).click();
  await expect(second.getByText("Somebody had stopped it already.")).toBeVisible();
  await expect(banner(second)).toContainText("First");
  await expect(banner(second)).not.toContainText("Second");
  await Promise.all([first.context().close(), second.context().close()]);
});

test("the count of what is unsettled changes without a reload, for a colleague too", async ({
  browser,
}) => {
  const agent = await signedIn(browser, "agent");
  const auditor = await signedIn(browser, "auditor");
  const badge = auditor.getByRole("banner").getByRole("link", { name: /unknown outcome/ });
  const countOf = async () =>
    (await badge.isVisible()) ? Number.parseInt(await badge.innerText(), 10) : 0;
  await goto(auditor, "/notes");
  const before = await countOf();
  await goto(agent, `/cards/${CARD}/funds`);
  await fillChannel(agent, WORDS.en, newAmount());
  // Nothing has moved, so that no look settles it while the test looks.
  await reference(agent).fill(`${await reference(agent).inputValue()}-SBX-DROP-BEFORE`);
  await agent.getByRole("button", { name: "Review", exact: true }).click();
  await agent.getByRole("button", { name: "Confirm and send" }).click();
  await expect(heading(agent, "Outcome unknown")).toBeVisible();
  await expect.poll(countOf).toBe(before + 1);
  await Promise.all([agent.context().close(), auditor.context().close()]);
});

test("the pulse is told to nobody who is not signed in", async ({ request }) => {
  const answer = await request.get("/api/pulse");
  expect(answer.status()).toBe(401);
  expect(await answer.text()).not.toContain("line");
});

test("the switch and the banner fit a small screen and a screen reader", async ({ browser }) => {
  const admin = await signedIn(browser, "admin");
  await admin.setViewportSize({ width: 390, height: 844 });
  await goto(admin, "/settings/line");
  await expectAccessible(admin);
  await change(admin, "stop", `${"A long story about the issuer. ".repeat(12)}${"x".repeat(80)}`);
  await expect(banner(admin)).toBeVisible();
  await expectAccessible(admin);
  await expectNoSidewaysScroll(admin);
  await admin.context().close();
});
