import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";

import { addFunds, expectAccessible, expectNoSidewaysScroll, hydrated, signIn } from "../fixtures";
import type { Role } from "../fixtures";
import { heading } from "../funds-page";
import { clear, freePlace, startDesk } from "./desk-process";
import type { DeskPlace, DeskProcess } from "./desk-process";

// A desk whose issuer leaves our references out of its feed, and that does not wait for half an hour.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ mode: "serial", timeout: 120_000 });

let place: DeskPlace;
let desk: DeskProcess;

test.beforeAll(async () => {
  place = await freePlace();
  const variables = {
    ...place.variables,
    SANDBOX_FEED_REFERENCE: "without",
    DESK_LOOK_PAUSES_MS: "1000",
    DESK_ABSENCE_WINDOW_MS: "5000",
    DESK_STOP_SHARE_PERCENT: "100",
  };
  desk = startDesk({ ...place, variables });
  await desk.says(/Ready after/);
});

test.afterAll(async () => {
  process.kill(desk.pid, "SIGTERM");
  await desk.end();
  clear(place);
});

async function person(browser: Browser, role: Role, url?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: `http://localhost:${place.port}` });
  const page = await context.newPage();
  await signIn(page, role);
  if (url === undefined) return page;
  await page.goto(url);
  await hydrated(page);
  return page;
}

/** An operation that the card's movements have without its reference; gives its page's address. */
async function sendUnanswered(agent: Page, cardId: string, amount: string): Promise<string> {
  await addFunds(agent, { cardId, reference: `SETTLE-${Date.now()}-SBX-DROP-AFTER`, amount });
  return agent.url();
}

test("a supervisor confirms the movement that the feed has without a reference", async ({
  browser,
}) => {
  const agent = await person(browser, "agent");
  const url = await sendUnanswered(agent, "12345", "51.05");
  // Found by the desk itself, and shown without a reload; whoever sent it decides nothing.
  const card = agent.getByRole("region", { name: "Is this movement the operation?" });
  await expect(card).toContainText("The movement carries no reference.");
  await expect(card).toContainText("A supervisor must decide.");
  await expect(card.getByRole("button")).toHaveCount(0);

  const supervisor = await person(browser, "supervisor", url);
  await expectAccessible(supervisor);
  await supervisor.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(supervisor);
  await supervisor.getByRole("button", { name: "Yes, this is it" }).click();
  await expect(supervisor.getByText("Write why. It stays on record.")).toBeVisible();
  await supervisor.getByLabel("Why", { exact: true }).fill("Amount and minute are the same");
  await supervisor.getByRole("button", { name: "Yes, this is it" }).click();
  await expect(heading(supervisor, "Applied")).toBeFocused();
  await expect(supervisor.getByText("Reason: Amount and minute are the same")).toBeVisible();

  await expect(heading(agent, "Applied")).toBeVisible();
});

test("a movement that is turned down is not proposed again, and the search goes on", async ({
  browser,
}) => {
  const agent = await person(browser, "agent");
  const url = await sendUnanswered(agent, "12345", "52.05");
  const supervisor = await person(browser, "supervisor", url);
  const card = supervisor.getByRole("region", { name: "Is this movement the operation?" });
  await card.getByLabel("Why", { exact: true }).fill("That one was made at the counter");
  await card.getByRole("button", { name: "No, it is not" }).click();
  await expect(card).toHaveCount(0);
  await expect(
    supervisor.getByText("A supervisor said that the movement is another"),
  ).toBeVisible();
  // Nothing else is in the feed that may be it.
  await expect(heading(supervisor, "Not applied")).toBeVisible({ timeout: 45_000 });
});

test("what never arrived is proven absent, and arrives once when it is sent again", async ({
  browser,
}) => {
  const agent = await person(browser, "agent");
  const reference = `SETTLE-${Date.now()}-SBX-DROP-ONCE`;
  await addFunds(agent, { cardId: "12345", reference, amount: "53.05" });
  await expect(heading(agent, "Not applied")).toBeVisible({ timeout: 45_000 });
  await expect(agent.getByText(/5 looks into its movements since .+ found nothing/)).toBeVisible();
  await agent.getByRole("button", { name: "Send again" }).click();
  await agent.getByRole("button", { name: "Confirm and send" }).click();
  await expect(heading(agent, "Applied")).toBeVisible();
});
