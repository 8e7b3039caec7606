import { randomUUID } from "node:crypto";

import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import type { Origin } from "@/lib/server/desk";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { recordDenial, recordRefusedRequest } from "./denials";

let test: TestDesk;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
// What was counted in a minute before counts no more.
beforeEach(() => test.clock.advance(61_000));

function from(address: string): Origin {
  return { address, userAgent: "curl/8", requestId: randomUUID() };
}

async function entries(kind: "access.denied" | "request.refused") {
  return test.db
    .selectFrom("journal")
    .select(["operator_id", "operator_name", "operator_role", "address", "request_id"])
    .select(["card_id", "data"])
    .where("kind", "=", kind)
    .where("at", "=", test.clock.now())
    .orderBy("seq")
    .execute();
}

it("a denial is on record with who, from where and which right was lacking, each time", async () => {
  const auditor = await test.signedIn("auditor");
  const place = { door: "/cards/[cardId]/funds", objects: { cardId: "12345" } };
  await recordDenial(test.desk, auditor, "line.stop", place);
  await recordDenial(test.desk, auditor, "line.stop", place);
  const entry = {
    operator_id: auditor.operator.id,
    operator_name: auditor.operator.name,
    operator_role: "auditor",
    address: auditor.address,
    request_id: auditor.requestId,
    card_id: "12345",
    data: { permission: "line.stop", ...place },
  };
  expect(await entries("access.denied")).toEqual([entry, entry]);
});

it("a request that is turned away is on record as nobody's, once a minute for an address and a cause", async () => {
  const [one, other] = [from("192.0.2.1"), from("192.0.2.2")];
  await recordRefusedRequest(test.desk, one, "foreign-origin", "/cards/[cardId]/funds");
  await recordRefusedRequest(test.desk, one, "foreign-origin", "/cards/[cardId]/notes");
  await recordRefusedRequest(test.desk, one, "too-large", "/");
  await recordRefusedRequest(test.desk, other, "foreign-origin", "/");
  expect(await entries("request.refused")).toMatchObject([
    {
      operator_id: null,
      operator_role: "nobody",
      address: "192.0.2.1",
      request_id: one.requestId,
      data: { cause: "foreign-origin", path: "/cards/[cardId]/funds" },
    },
    { address: "192.0.2.1", data: { cause: "too-large", path: "/" } },
    { address: "192.0.2.2", data: { cause: "foreign-origin", path: "/" } },
  ]);
});

it("the journal has no more than sixty a minute of what anybody can send", async () => {
  for (let n = 0; n < 70; n += 1) {
    await recordRefusedRequest(test.desk, from(`2001:db8::${n}`), "foreign-origin", "/");
  }
  expect(await entries("request.refused")).toHaveLength(60);
  test.clock.advance(61_000);
  await recordRefusedRequest(test.desk, from("2001:db8::1"), "foreign-origin", "/");
  expect(await entries("request.refused")).toHaveLength(1);
});

it("an entry that cannot be written leaves the request turned away", async () => {
  await sql`alter table journal add constraint closed check (kind <> 'request.refused') not valid`.execute(
    test.db,
  );
  const recorded = recordRefusedRequest(test.desk, from("192.0.2.3"), "foreign-origin", "/");
  await expect(recorded).resolves.toBeUndefined();
  await sql`alter table journal drop constraint closed`.execute(test.db);
});
