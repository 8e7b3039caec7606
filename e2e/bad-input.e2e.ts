import fs from "node:fs";

import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { actionValue } from "@/lib/faults/flight";

import { signIn } from "./fixtures";

/** What a person at the keys of a program can send: the action without its form, and anything in its place. */
const CARD = "12345";

test.beforeEach(({ page }) => signIn(page, "agent"));

/** The id that the build gave to the action; a browser finds it in the page's code. */
function submitActionId(): string {
  const manifest: unknown = JSON.parse(
    fs.readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  const [, id] = /"([0-9a-f]{40,})":(?:(?!"[0-9a-f]{40,}":).)*"submitOperationAction"/s.exec(
    JSON.stringify(manifest),
  ) ?? [null, null];
  if (id === null || id === undefined) throw new Error("The build has no such action.");
  return id;
}

async function call(page: Page, baseURL: string, body: string) {
  const response = await page.request.post(`/cards/${CARD}/funds`, {
    headers: {
      Origin: baseURL,
      "Accept-Language": "en",
      Accept: "text/x-component",
      "Content-Type": "text/plain;charset=UTF-8",
      "Next-Action": submitActionId(),
    },
    data: body,
  });
  const text = await response.text();
  expect(text, "no stack").not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
  return { status: response.status(), text, value: actionValue(text) };
}

const form = {
  mode: "channel",
  direction: "ADD_FUNDS",
  amount: "1.00",
  currency: "GTQ",
  reference: "BAD-INPUT-1",
  channel: "WEB",
  otherChannel: "",
  description: "",
  customKeys: [],
  observations: "",
  reasonCode: "",
};
const operationId = "019e0000-0000-7000-8000-00000000bad1";
const submission = { operationId, cardId: CARD, balanceSeen: null, form };

const refused = (path: string, problem: string) => ({
  ok: false,
  failure: { kind: "invalid", fields: expect.arrayContaining([{ path, problem }]) },
});

for (const [what, args, path, problem] of [
  ["without its form", [], "", "form.unreadable"],
  ["with a forged id", [{ ...submission, operationId: "1" }], "operationId", "form.unreadable"],
  ["with a forged card", [{ ...submission, cardId: "../7" }], "cardId", "cardId.format"],
  [
    "with an amount of 15 digits",
    [{ ...submission, form: { ...form, amount: "123456789012345" } }],
    "amount",
    "amount.too-large",
  ],
  [
    "with a reference of 300 characters",
    [{ ...submission, form: { ...form, reference: "R".repeat(300) } }],
    "reference",
    "reference.long",
  ],
  [
    "with a text of 20,000 characters",
    [{ ...submission, form: { ...form, description: "x".repeat(20_000) } }],
    "description",
    "text.long",
  ],
] as const) {
  test(`an action called ${what} answers with a problem that has words`, async ({
    page,
    baseURL,
  }) => {
    const { value } = await call(page, baseURL ?? "", JSON.stringify(args));
    expect(value).toEqual(refused(path, problem));
  });
}

test("a body over the limit is turned away in the reader's words", async ({ page, baseURL }) => {
  const { status, text } = await call(page, baseURL ?? "", JSON.stringify(["x".repeat(400_000)]));
  expect(status).toBe(413);
  expect(text).toContain("Nothing was sent, and no money moved.");
});

test("somebody else's operation is not taken for one's own", async ({ page, browser, baseURL }) => {
  const amount = `2.${(Date.now() % 90) + 10}`;
  const mine = {
    ...submission,
    operationId: sevenId(),
    form: { ...form, amount, reference: `BAD-${Date.now()}` },
  };
  const first = await call(
    page,
    baseURL ?? "",
    JSON.stringify([{ ...mine, goOnReason: "A test" }]),
  );
  expect(first.value).toMatchObject({ ok: true, value: { status: "applied" } });
  const other = await browser.newPage();
  await signIn(other, "supervisor");
  const second = await call(
    other,
    baseURL ?? "",
    JSON.stringify([{ ...mine, goOnReason: "A test" }]),
  );
  expect(second.value).toMatchObject({ ok: false, failure: { kind: "id-reused" } });
  await other.close();
});

test("a month that does not exist is said to be none", async ({ page }) => {
  await page.goto(`/cards/${CARD}/movements/2026-13`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such month");
});

/** A UUIDv7 of now. */
function sevenId(): string {
  const hex = Date.now().toString(16).padStart(12, "0");
  const random = () =>
    Math.floor(Math.random() * 0xfff)
      .toString(16)
      .padStart(3, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${random()}-8${random()}-${random()}${random()}${random()}${random()}`;
}
