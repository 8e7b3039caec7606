import type { Page } from "@playwright/test";

/** Collects what the browser refuses to load or run on the pages that follow, and what it says about it. */
export async function violationsOn(page: Page): Promise<string[]> {
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
