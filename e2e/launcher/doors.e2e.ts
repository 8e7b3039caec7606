import { expect, test } from "@playwright/test";
import pg from "pg";

import { ask, builtActions, calling, signedIn } from "../doors/ask";
import { goto, signIn } from "../fixtures";
import { violationsOn } from "../violations";
import { clear, freePlace, startDesk, type DeskPlace, type DeskProcess } from "./desk-process";
import { addressesOf } from "./instances";

// A desk that answers few requests, behind a proxy of ours, whose database can be broken.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ mode: "serial", timeout: 240_000 });

const PER_PERSON = 40;
const PER_ADDRESS = 60;

let place: DeskPlace;
let desk: DeskProcess;
let database: pg.Client | undefined;
let baseURL: string;

test.beforeAll(async () => {
  place = await freePlace();
  const variables = {
    ...place.variables,
    DESK_RATE_PER_PERSON: String(PER_PERSON),
    DESK_RATE_PER_ADDRESS: String(PER_ADDRESS),
    DESK_TRUSTED_PROXIES: "1",
  };
  desk = startDesk({ ...place, variables });
  await desk.says(/Ready after/);
  baseURL = `http://localhost:${place.port}`;
  database = new pg.Client({ connectionString: addressesOf(place).databaseUrl });
  await database.connect();
});

test.afterAll(async () => {
  await database?.end();
  process.kill(desk.pid, "SIGTERM");
  await desk.end();
  clear(place);
});

/** As our own proxy says who asked it. */
const from = (address: string) => ({ "X-Forwarded-For": `203.0.113.250, ${address}` });

test("an address that asks too often is told when to come again, and another one is not", async () => {
  const asking = (path: string, address: string) =>
    fetch(`${baseURL}${path}`, { headers: { ...from(address), "Accept-Language": "en" } });
  expect((await asking("/api/pulse", "192.0.2.1")).status).toBe(401);
  // The allowance fills up while it is spent, so that one more request may pass at any time.
  await expect(async () => {
    const calls = Array.from({ length: PER_ADDRESS }, () => asking("/api/pulse", "192.0.2.1"));
    const [program] = (await Promise.all(calls)).filter(({ status }) => status === 429);
    expect(await program?.json()).toEqual({ failure: "too-many" });
    const person = await asking("/sign-in", "192.0.2.1");
    expect(person.status).toBe(429);
    expect(Number(person.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await person.text()).toContain("Too many requests came from this network");
  }).toPass();
  expect((await asking("/api/pulse", "192.0.2.2")).status).toBe(401);
});

test("a person who asks too often is told so in words, wherever they ask from", async ({
  browser,
}) => {
  const cookie = await signedIn(baseURL, "agent");
  const [{ id } = { id: "" }] = [...builtActions()].flatMap(([name, built]) =>
    name.endsWith("addNoteAction") ? [built] : [],
  );
  const calls = Array.from({ length: PER_PERSON * 2 }, (_, request) =>
    ask(
      baseURL,
      calling(
        baseURL,
        id,
        {},
        {
          cookie,
          path: "/notes",
          headers: from(`192.0.2.${10 + (request % 40)}`),
        },
      ),
    ),
  );
  const kinds = (await Promise.all(calls)).map(({ value }) => JSON.stringify(value));
  expect(kinds.filter((kind) => kind?.includes('"too-many"')).length).toBeGreaterThan(0);
  expect(kinds.filter((kind) => kind?.includes('"invalid"')).length).toBeGreaterThan(0);

  const page = await browser.newPage({ baseURL, locale: "en-US" });
  await page
    .context()
    .addCookies([{ name: "desk-session", value: cookie.slice(13), url: baseURL }]);
  // Until the page is refused, too: the allowance fills up while it is spent.
  await expect(async () => {
    for (let call = 0; call < PER_PERSON; call += 1) {
      await ask(baseURL, { path: "/api/pulse", cookie, headers: from(`192.0.2.${60 + call}`) });
    }
    await page.goto("/notes");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("That was a lot at once");
  }).toPass();
  await expect(page.getByText(/Nothing was sent, and no money moved/)).toBeVisible();
  await page.close();
});

test("what breaks shows a number by which its line in the log is found, and no inside", async ({
  browser,
}) => {
  const page = await browser.newPage({ baseURL, locale: "en-US" });
  // Out of the allowance of the tests before.
  await database?.query("delete from rates");
  const violations = await violationsOn(page);
  await signIn(page, "supervisor");
  await database?.query("alter table operations rename to operations_hidden");
  try {
    await goto(page, "/operations");
    const reference = page.getByText(/Reference for support: \S+/);
    await expect(reference).toBeVisible();
    const html = await page.content();
    expect(html).not.toMatch(/relation|operations_hidden|42P01|node_modules|\bat \w+ \(/);
    const [, digest = ""] = /support: (\S+)/.exec(await reference.innerText()) ?? [];
    expect(digest).not.toBe("");
    expect(violations).toEqual([]);

    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const check = [...builtActions()].find(([name]) => name.endsWith("checkOperationAction"));
    const answer = await ask(
      baseURL,
      calling(baseURL, check?.[1].id ?? "", "019e0000-0000-7000-8000-00000000bad1", {
        cookie,
        path: "/operations/019e0000-0000-7000-8000-00000000bad1",
      }),
    );
    expect(answer.status).toBe(500);
    expect(answer.text).toMatch(/"digest":"\d+/);
    expect(answer.text).not.toMatch(/relation|42P01|node_modules/);
  } finally {
    await database?.query("alter table operations_hidden rename to operations");
  }
  await page.close();
});
