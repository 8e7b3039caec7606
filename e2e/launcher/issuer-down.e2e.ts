import { expect, test, type Browser, type Page } from "@playwright/test";
import pg from "pg";

import { goto, hydrated, signIn, type Role } from "../fixtures";
import { expectMovements, fillChannel, heading, reference, WORDS } from "../funds-page";
import {
  clear,
  freePlace,
  processOf,
  startDesk,
  type DeskPlace,
  type DeskProcess,
} from "./desk-process";
import { addressesOf } from "./instances";

// Two people at work, and an issuer that answers nobody for a minute.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ timeout: 300_000 });

const DOWN_MS = 60_000;
const SENTENCE = "The desk could not read it just now. Nothing has changed; try again in a moment.";

let place: DeskPlace;
let desk: DeskProcess;
let database: pg.Client | undefined;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  place = await freePlace();
  const variables = {
    ...place.variables,
    // How long a person waits for an issuer that does not answer.
    MIGO_TIMEOUT_MS: "2500",
    DESK_LOOK_PAUSES_MS: "2000",
  };
  desk = startDesk({ ...place, variables });
  await desk.says(/Ready after/);
  database = new pg.Client({ connectionString: addressesOf(place).databaseUrl });
  await database.connect();
});

test.afterAll(async () => {
  await database?.end();
  process.kill(desk.pid, "SIGTERM");
  await desk.end();
  clear(place);
});

async function person(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: `http://localhost:${place.port}` });
  const page = await context.newPage();
  await signIn(page, role);
  return page;
}

/** The first column of what the database says. */
async function ask(text: string): Promise<unknown[]> {
  const rows = await database?.query<unknown[]>({ text, rowMode: "array" });
  return rows?.rows.map(([first]) => first) ?? [];
}

/** Fills the form of a card as far as the review, and gives the reference. */
async function fillAndReview(page: Page, cardId: number, amount: string): Promise<string> {
  await goto(page, `/cards/${cardId}/funds?mode=channel&operation=ADD_FUNDS`);
  await fillChannel(page, WORDS.en, amount);
  const typed = await reference(page).inputValue();
  await page.getByRole("button", { name: WORDS.en.review }).click();
  await page.getByRole("button", { name: WORDS.en.confirm }).waitFor();
  return typed;
}

async function expectSignedIn(page: Page): Promise<void> {
  await expect(page).not.toHaveURL(/\/(sign-in|locked)/);
  await expect(page.getByRole("searchbox", { name: "Find a card" })).toBeVisible();
}

test("nobody is signed out and nothing is lost while the issuer is down for a minute", async ({
  browser,
}) => {
  const agent = await person(browser, "agent");
  const supervisor = await person(browser, "supervisor");
  const agentsReference = await fillAndReview(agent, 12_362, "71.05");
  const supervisorsReference = await fillAndReview(supervisor, 12_367, "72.05");
  // The agent has a token, and the supervisor's has just ended in every way.
  await ask(`delete from issuer_tokens using sessions, operators
    where sessions.id = session_id and operators.id = sessions.operator_id
      and operators.role = 'supervisor'`);

  const sandbox = processOf(place, /sandbox\.mjs/);
  process.kill(sandbox, "SIGSTOP");
  const stoppedAtMs = performance.now();

  // With a token it goes out, and what became of it is not known; without one nothing goes out.
  await agent.getByRole("button", { name: WORDS.en.confirm }).click();
  await supervisor.getByRole("button", { name: WORDS.en.confirm }).click();
  await expect(heading(agent, "Outcome unknown")).toBeVisible();
  await expect(supervisor.getByText("Nothing was sent: the issuer does not answer")).toBeVisible();
  await expect(supervisor.getByText("What you typed is kept")).toBeVisible();
  const story = agent.url();

  // Whoever begins now is let in, too.
  const auditor = await person(browser, "auditor");
  await expectSignedIn(auditor);

  let rounds = 0;
  while (performance.now() - stoppedAtMs < DOWN_MS) {
    await goto(agent, "/cards/12362/movements");
    await expect(agent.getByText(SENTENCE).first()).toBeVisible();
    await expectSignedIn(agent);
    await goto(auditor, "/cards/12362/notes");
    await expectSignedIn(auditor);
    await goto(agent, "/unsettled");
    await expect(agent.getByRole("link", { name: agentsReference })).toBeVisible();
    rounds += 1;
  }
  expect(rounds).toBeGreaterThan(3);
  await expectSignedIn(supervisor);
  process.kill(sandbox, "SIGCONT");

  // The one press sends what was typed before: the page was never left.
  await supervisor.getByRole("button", { name: WORDS.en.confirm }).click();
  await supervisor.waitForURL(/\/operations\//);
  await expect(heading(supervisor, "Applied")).toBeVisible();
  // And what was on its way is found, by the desk itself.
  await agent.goto(story);
  await hydrated(agent);
  await expect(heading(agent, "Applied")).toBeVisible({ timeout: 90_000 });
  await expectMovements(agent, 12_362, agentsReference, 1);
  await expectMovements(supervisor, 12_367, supervisorsReference, 1);

  expect(await ask("select id from sessions where ended_at is not null")).toEqual([]);
  expect(await ask("select status from operations")).toEqual(["applied", "applied"]);
});

test("a half-typed form is still there when the issuer is back", async ({ browser }) => {
  const agent = await person(browser, "agent");
  await goto(agent, "/cards/12393/funds?mode=channel&operation=ADD_FUNDS");
  await fillChannel(agent, WORDS.en, "73.05");
  const typed = await reference(agent).inputValue();

  const sandbox = processOf(place, /sandbox\.mjs/);
  process.kill(sandbox, "SIGSTOP");
  await agent.reload();
  await hydrated(agent);
  await expect(agent.getByText(SENTENCE).first()).toBeVisible();
  process.kill(sandbox, "SIGCONT");

  await agent.getByRole("button", { name: "Try again" }).first().click();
  await expect(agent.getByLabel(WORDS.en.amount, { exact: true })).toHaveValue("73.05");
  await expect(reference(agent)).toHaveValue(typed);
});
