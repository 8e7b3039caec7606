import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import pg from "pg";
import { z } from "zod";

import { signIn } from "../fixtures";
import { clear, freePlace, startDesk, type DeskPlace, type DeskProcess } from "./desk-process";
import { addressesOf, startSecondInstance, type Addresses } from "./instances";

// Two instances of one desk, and a token for the issuer that ends while twenty requests need it.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ mode: "serial", timeout: 180_000 });

/** A token is renewed when it has half a minute left: this one after a quarter of one. */
const TOKEN_SECONDS = 45;
const RENEWED_SECONDS_BEFORE = 30;

let place: DeskPlace;
let desk: DeskProcess;
let addresses: Addresses;
let ports: readonly number[];
let database: pg.Client | undefined;

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(180_000);
  place = await freePlace();
  const variables = { ...place.variables, SANDBOX_ACCESS_TOKEN_SECONDS: String(TOKEN_SECONDS) };
  desk = startDesk({ ...place, variables });
  await desk.says(/Ready after/);
  addresses = addressesOf(place);
  const request = await playwright.request.newContext();
  ports = [place.port, await startSecondInstance(place, request)];
  await request.dispose();
  database = new pg.Client({ connectionString: addresses.databaseUrl });
  await database.connect();
});

test.afterAll(async () => {
  await database?.end();
  process.kill(desk.pid, "SIGTERM");
  await desk.end();
  clear(place);
});

const Counts = z.object({
  data: z.object({
    logins: z.number(),
    refusedLogins: z.number(),
    refreshes: z.number(),
    refusedRefreshes: z.number(),
  }),
});
type Counts = z.infer<typeof Counts>["data"];

async function counts(request: APIRequestContext): Promise<Counts> {
  const answer = await request.get(`${addresses.sandboxUrl}/sandbox/counts`);
  return Counts.parse(await answer.json()).data;
}

const MONTH = new Date().toISOString().slice(0, 7);

/** Twenty reads of the issuer at the same moment, each of another card, on both instances in turn. */
async function twentyAtOnce(request: APIRequestContext): Promise<number[]> {
  const answers = Array.from({ length: 20 }, async (_, number) => {
    const origin = `http://localhost:${ports[number % ports.length]}`;
    const answer = await request.get(
      `${origin}/api/cards/${12_360 + number}/movements/${MONTH}?fresh`,
    );
    return answer.status();
  });
  return Promise.all(answers);
}

/** What twenty requests made the issuer do, on the screen too. */
async function expectOf(page: Page, title: string, expected: Partial<Counts>): Promise<void> {
  const before = await counts(page.request);
  const statuses = await twentyAtOnce(page.request);
  const after = await counts(page.request);
  const more = {
    logins: after.logins - before.logins,
    refusedLogins: after.refusedLogins - before.refusedLogins,
    refreshes: after.refreshes - before.refreshes,
    refusedRefreshes: after.refusedRefreshes - before.refusedRefreshes,
  };
  const failed = statuses.filter((status) => status !== 200).length;
  process.stdout.write(
    `${title}: 20 requests on ${ports.length} instances, ${failed} failed, ` +
      `${more.refreshes} refreshes, ${more.logins} logins, ` +
      `${more.refusedRefreshes + more.refusedLogins} refused\n`,
  );
  expect(failed).toBe(0);
  expect(more).toEqual({
    logins: 0,
    refusedLogins: 0,
    refreshes: 0,
    refusedRefreshes: 0,
    ...expected,
  });
}

/** What the sandbox's tables say; the first value of the first row. */
async function ask(text: string, ...values: readonly unknown[]): Promise<unknown> {
  const rows = await database?.query<unknown[]>({ text, values: [...values], rowMode: "array" });
  return rows?.rows[0]?.[0];
}

test("a session's token is obtained once, and renewed once at its end, for twenty requests on two instances", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: `http://localhost:${place.port}` });
  const page = await context.newPage();
  await signIn(page, "agent");
  await expect.poll(() => twentyAtOnce(page.request)).toEqual(Array(20).fill(200));

  const isAtItsEnd = () =>
    ask(
      `select bool_and(expires_at < now() + $1 * interval '1 second')
        from sandbox.token where kind = 'access' and not revoked`,
      RENEWED_SECONDS_BEFORE,
    );
  await expect.poll(isAtItsEnd, { timeout: 60_000 }).toBe(true);
  await expectOf(page, "At the end of the token", { refreshes: 1 });
  await expectOf(page, "Right after it", {});

  // Its end before its time, which only the issuer knows: each of the twenty may be told 401.
  await ask("update sandbox.token set expires_at = now() where kind = 'access'");
  await expectOf(page, "A token that the issuer ended", { refreshes: 1 });

  // And a refresh token that the issuer does not take any more.
  await ask("update sandbox.token set revoked = true, expires_at = now()");
  await expectOf(page, "Nothing that the issuer takes", { refusedRefreshes: 1, logins: 1 });
  await context.close();
});
