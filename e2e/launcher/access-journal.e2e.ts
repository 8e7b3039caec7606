import { expect, test } from "@playwright/test";
import pg from "pg";

import { addFunds, goto, signIn } from "../fixtures";
import { clear, freePlace, startDesk, type DeskPlace, type DeskProcess } from "./desk-process";
import { addressesOf } from "./instances";

// What the journal has of people who look around, and of what they are denied.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ timeout: 120_000 });

let place: DeskPlace;
let desk: DeskProcess;
let database: pg.Client | undefined;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  place = await freePlace();
  desk = startDesk(place);
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

async function query(text: string): Promise<Record<string, unknown>[]> {
  const rows = await database?.query<Record<string, unknown>>(text);
  return rows?.rows ?? [];
}

/** The newest entries of a kind: who, from where, about which card, and what. */
function entries(kind: string) {
  return query(
    `select operator_role as role, address, card_id as card, data, request_id is not null as "hasRequest"
       from journal where kind = '${kind}' order by seq`,
  );
}

test("what somebody looks at, is denied, or tries from elsewhere is on record", async ({
  browser,
}) => {
  const origin = `http://localhost:${place.port}`;
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await signIn(page, "supervisor");
  await addFunds(page, { cardId: "12345", reference: "ACCESS-1", amount: "12.05" });
  const operation = page.url();

  // A live page reads the card again and again; the journal has each part of it once a minute.
  await goto(page, "/cards/12345/notes");
  await page.reload();
  const address = expect.stringMatching(/^(127\.0\.0\.1|::1)$/);
  const supervisor = { role: "supervisor", address, hasRequest: true };
  const reads = await entries("card.read");
  const parts = reads.map(({ data }) => String(Object(data).what));
  expect(parts.toSorted()).toEqual(["card", "notes", "operation"]);
  for (const read of reads) expect(read).toMatchObject({ ...supervisor, card: "12345" });
  await goto(page, "/operations");
  const lists = (await entries("list.read")).map(({ data }) => data);
  expect(lists).toContainEqual({ list: "operations", filters: [] });

  // The role changes while the page is open: an action is denied, and a handler, and a page.
  await goto(page, operation);
  await page.getByLabel("Note", { exact: true }).fill("Seen together with the customer");
  await query("update operators set role = 'auditor' where email = 'supervisor@desk.test'");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByText("Not added: your role may not write notes.")).toBeVisible();
  const sensed = await context.request.get("/api/cards/12345/sense");
  expect(sensed.status()).toBe(403);
  await goto(page, "/cards/12345/funds");
  await expect(page.getByText("This page is not open to your role")).toBeVisible();
  const auditor = { ...supervisor, role: "auditor" };
  const onCard = { ...auditor, card: "12345" };
  const lacking = { permission: "operation.add-funds" };
  expect(await entries("access.denied")).toMatchObject([
    { ...auditor, data: { permission: "note.write", door: "addNoteAction" } },
    { ...onCard, data: { ...lacking, door: "/api/cards/[cardId]/sense" } },
    { ...onCard, data: { ...lacking, door: "/cards/[cardId]/funds" } },
  ]);

  // What no page of ours sends, twice, with something that somebody typed in its address.
  for (let n = 0; n < 2; n += 1) {
    const answer = await context.request.post("/cards/12345/funds?find=4111111111111111", {
      headers: { Origin: "https://elsewhere.example" },
      data: "[]",
    });
    expect(answer.status()).toBe(403);
  }
  await expect.poll(() => entries("request.refused")).toHaveLength(1);
  const [refused] = await entries("request.refused");
  expect(refused).toMatchObject({ role: "nobody", address, hasRequest: true });
  expect(JSON.stringify(refused)).not.toContain("4111");

  // None of it has become a part of the operation's story.
  const kinds = await query(
    "select distinct kind from journal where operation_id is not null order by kind",
  );
  expect(kinds).toEqual([{ kind: "operation.applied" }, { kind: "operation.intended" }]);
  await context.close();
});
