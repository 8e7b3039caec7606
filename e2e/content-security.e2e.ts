import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { PAGES, addressOf } from "./doors/places";
import { goto, signIn } from "./fixtures";

/** Collects what the browser refuses to load or run on the pages that follow, and what it says about it. */
async function violationsOn(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      // The console is what the test listens to.
      // oxlint-disable-next-line no-console
      console.error(`CSP ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  page.on("console", (message) => {
    if (/CSP |Content.Security.Policy/i.test(message.text())) {
      violations.push(`${new URL(page.url()).pathname}: ${message.text()}`);
    }
  });
  return violations;
}

/** Addresses at which there is nothing, or no page of the table. */
const OTHERS = [
  "/nothing-here",
  "/cards/abc",
  "/cards/12345/movements/2026-13",
  "/sign-in?error=x",
];

for (const role of ["admin", "supervisor"] as const) {
  test(`no page breaks the content security policy for the ${role}`, async ({ page }) => {
    test.setTimeout(180_000);
    const violations = await violationsOn(page);
    await signIn(page, role);
    for (const path of [...PAGES.map(addressOf), ...OTHERS]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    }
    expect(violations).toEqual([]);
  });
}

test("no page breaks it for nobody, and a script without the answer's nonce is refused", async ({
  page,
}) => {
  const violations = await violationsOn(page);
  for (const path of ["/sign-in", "/nothing-here"]) await page.goto(path);
  expect(violations).toEqual([]);

  await goto(page, "/sign-in");
  const isRun = await page.evaluate(() => {
    const holder = document.createElement("div");
    holder.innerHTML = '<img src="data:," onerror="window.name = \'run\'">';
    document.body.append(holder);
    return window.name === "run";
  });
  expect(isRun).toBe(false);
  await expect.poll(() => violations.length, "the listener hears").toBeGreaterThan(0);
});

test("every answer carries the headers that keep others out", async ({ request }) => {
  for (const path of ["/sign-in", "/api/pulse", "/api/health/live", "/nothing-here", "/icon.svg"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringMatching(
        /script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'.*base-uri 'none'.*frame-ancestors 'none'/,
      ),
    });
    expect(headers, path).not.toHaveProperty("x-powered-by");
  }
});

test("the door for pictures is shut", async ({ request }) => {
  const answer = await request.get("/_next/image?url=%2Ficon.svg&w=64&q=75");
  expect(answer.status()).toBe(404);
});
