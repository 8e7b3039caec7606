import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";

export type Role = "agent" | "supervisor" | "auditor" | "admin";

/** What the sandbox's demo people sign in with. */
const PASSWORD = "sandbox-sandbox";

/**
 * Opens a page of the desk and waits until its scripts have taken over: a click before that is lost.
 * The path is taken against the server of the test run.
 */
export async function goto(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** Waits until the page that is shown answers to clicks and keys. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** The sessions that tests of this worker opened; they run one after the other. */
const sessions = new Map<Role, Cookies>();

/**
 * Opens the desk as the sandbox's demo person of this role: with the session of an earlier test where
 * it is still good, because what happens at the door is tested where it is opened.
 */
export async function signIn(page: Page, role: Role): Promise<void> {
  const kept = sessions.get(role);
  if (kept !== undefined) {
    await page.context().addCookies(kept);
    if ((await page.request.get("/api/pulse")).ok()) return goto(page, "/");
  }
  await signInAnew(page, role);
  const cookies = await page.context().cookies();
  sessions.set(
    role,
    cookies.filter(({ name }) => name.endsWith("desk-session")),
  );
}

/** Signs in by the form, in whichever language the page is, and so with a session of its own. */
export async function signInAnew(page: Page, role: Role): Promise<void> {
  await page.context().clearCookies({ name: /desk-session$/ });
  await goto(page, "/sign-in");
  await page.getByLabel(/^(Email|Correo electrónico)$/).fill(`${role}@desk.test`);
  await page.getByLabel(/^(Password|Contraseña)$/).fill(PASSWORD);
  await page.getByRole("button", { name: /^(Sign in|Entrar)$/ }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await hydrated(page);
}

/**
 * Sends a channel operation that adds funds, by the form in English, and waits for its outcome: a page
 * of its own. The reference may hold a sentinel of the sandbox.
 */
export async function addFunds(
  page: Page,
  { cardId, reference, amount = "12.34" }: { cardId: string; reference: string; amount?: string },
): Promise<void> {
  await goto(page, `/cards/${cardId}/funds?mode=channel&operation=ADD_FUNDS`);
  await page.getByLabel("Amount", { exact: true }).fill(amount);
  await page.getByLabel("Channel", { exact: true }).selectOption("WEB");
  const field = page.getByLabel("Reference", { exact: true });
  await expect(field).not.toHaveValue("");
  await field.fill(reference);
  await page.getByRole("button", { name: "Review" }).click();
  await confirmAndSend(page);
  await page.waitForURL(/\/operations\//);
  await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
}

const CONFIRM = /^(Confirm and send|Confirmar y enviar)$/;

/**
 * Presses the last button of the review. Another test, or an earlier run on the same data, may have
 * sent the like of it: then it says why this is another.
 */
export async function confirmAndSend(page: Page): Promise<void> {
  await goOn(page);
  await page.getByRole("button", { name: CONFIRM }).click();
}

/** Waits until the review knows what was sent before, and gives a reason where it asks for one. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: CONFIRM }).waitFor();
  await expect(page.getByText(/^(Looking for similar|Buscando operaciones)/)).toHaveCount(0);
  const reason = page.getByLabel(/^(Why is this not the same|¿Por qué esta operación no es) /);
  if (await reason.isVisible()) await reason.fill("Sent by another test");
}

/** Keeps a language for the pages that follow, as the switch in the header would. */
export async function speak(page: Page, locale: "es" | "en", baseURL: string): Promise<void> {
  await page.context().addCookies([{ name: "desk-locale", value: locale, url: baseURL }]);
}

/** The page has no finding of axe, in the light and in the dark theme. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
    expect(found, `axe in the ${colorScheme} theme`).toEqual([]);
  }
}

/** Nothing is wider than the window: the page cannot be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "pixels beyond the window").toBeLessThanOrEqual(0);
}
