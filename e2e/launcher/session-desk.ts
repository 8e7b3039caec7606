import { test as base } from "@playwright/test";
import type { Page } from "@playwright/test";
import pg from "pg";

import { clear, freePlace, startDesk, type DeskPlace } from "./desk-process";
import { addressesOf } from "./instances";

// A desk of its own for what happens in the life of a session: its time is moved on in the database, which is minutes
// of waiting without the wait.

interface Running {
  readonly place: DeskPlace;
  readonly database: pg.Client;
}

let running: Running | undefined;

/** Tests whose pages are of that desk. It is started before the first one, and ended after the last. */
export const test = base.extend<object, { deskOrigin: string }>({
  deskOrigin: [
    // Playwright reads the names of the fixtures that are needed from this pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, give) => {
      const place = await freePlace();
      const desk = startDesk(place);
      await desk.says(/Ready after/);
      const database = new pg.Client({ connectionString: addressesOf(place).databaseUrl });
      await database.connect();
      running = { place, database };
      await give(originOf());
      await database.end();
      process.kill(desk.pid, "SIGTERM");
      await desk.end();
      clear(place);
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ deskOrigin }, give) => give(deskOrigin),
});

function theDesk(): Running {
  if (running === undefined) throw new Error("The desk was not started.");
  return running;
}

/** Where the desk is; it is there while the tests run. */
export const deskPlace = (): DeskPlace => theDesk().place;
export const originOf = (): string => `http://localhost:${deskPlace().port}`;

export async function query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  return (await theDesk().database.query<Row>(text)).rows;
}

/** The newest session that is open. */
export const NEWEST = `id = (select id from sessions where ended_at is null order by created_at desc limit 1)`;

/** Moves the newest session on by this time, as if nobody had touched anything meanwhile. */
export async function leaveAlone(interval: string): Promise<void> {
  await query(`update sessions set last_seen_at = now() - interval '${interval}' where ${NEWEST}`);
}

/** Lets the last proof be older than one that counts as fresh. */
export async function forgetProof(): Promise<void> {
  await query(
    `update sessions set proven_at = now() - interval '5 minutes 1 second' where ${NEWEST}`,
  );
}

/** The kinds of the newest session's entries in the journal, oldest first. */
export async function journal(): Promise<string[]> {
  const rows = await query<{ kind: string }>(
    `select kind from journal where session_id = (select id from sessions where ${NEWEST})
        and kind ~ '^(session|proof)\\.' order by seq`,
  );
  return rows.map(({ kind }) => kind);
}

/** How many operations were asked for on a card. */
export async function countSent(cardId: number): Promise<number> {
  return (await query(`select id from operations where card_id = '${cardId}'`)).length;
}

export const PASSWORD = "sandbox-sandbox";
export const password = (page: Page) => page.getByLabel("Password", { exact: true });
export const cover = (page: Page) => page.getByRole("dialog", { name: "Locked" });

/** Types a password, or a code, and presses Enter. */
export async function give(page: Page, typed: string, label = "Password"): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(typed);
  await page.keyboard.press("Enter");
}
