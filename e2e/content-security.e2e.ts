import { expect, test } from "@playwright/test";

import { ask, builtActions, calling } from "./doors/ask";
import { PAGES, addressOf } from "./doors/places";
import { goto, signIn } from "./fixtures";
import { violationsOn } from "./violations";

/** Addresses at which there is nothing, or no page of the table. */
const OTHERS = [
  "/nothing-here",
  "/cards/abc",
  "/cards/12345/movements/2026-13",
  "/sign-in?error=x",
];

for (const role of ["admin", "supervisor"] as const) {
  test(`no page breaks the content security policy for the ${role}`, async ({ page }) => {
    test.setTimeout(300_000);
    const violations = await violationsOn(page);
    await signIn(page, role);
    for (const path of [...PAGES.map(addressOf), ...OTHERS]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    }
    expect(violations).toEqual([]);
  });
}

test("the page of a locked session does not break it", async ({ page, baseURL }) => {
  const violations = await violationsOn(page);
  await signIn(page, "auditor");
  const lock = builtActions().get("app/_session/actions.ts: lockAction");
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const at = baseURL ?? "";
  await ask(at, calling(at, lock?.id ?? "", null, { cookie, path: "/notes" }));
  await page.goto("/notes");
  await page.waitForURL(/\/locked/);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  expect(violations).toEqual([]);
});

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
