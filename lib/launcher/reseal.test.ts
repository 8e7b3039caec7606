import { afterAll, beforeAll, expect, test } from "vitest";

import { seal } from "@/lib/server/seal";
import { startTestDesk, type TestDesk } from "@/lib/testing/desk";

import { wordsOf } from "./operator-command";
import { reseal } from "./reseal";

const [OLD, NEW] = ["the old secret, thirty-two and more", "the new secret, thirty-two and more"];
let desk: TestDesk;

beforeAll(async () => {
  desk = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => desk.close());

test("sealing anew says how much was, and whether the old secret can go", async () => {
  const { operator } = await desk.signedIn("agent");
  const factor = seal("secret", { purpose: "second factor", secrets: [OLD] }, operator.id);
  await desk.db
    .updateTable("operators")
    .set({ totp_key_id: factor.keyId, totp_sealed: factor.bytes })
    .execute();
  expect(await reseal(desk.db, [NEW])).toMatch(
    /^second factor +0 sealed anew, 0 .+, 1 that no secret opens[^]+A secret is missing/m,
  );
  expect(await reseal(desk.db, [NEW, OLD])).toMatch(
    /^second factor +1 sealed anew[^]+needs only its first secret now\.$/m,
  );
  const entries = await desk.db
    .selectFrom("journal")
    .select("data")
    .where("kind", "=", "secrets.resealed")
    .orderBy("seq")
    .execute();
  expect(entries.map(({ data }) => data)).toEqual([
    { anew: 0, unreadable: 1 },
    { anew: 1, unreadable: 0 },
  ]);
  expect(wordsOf(["reseal"])).toMatchObject({ verb: "reseal", email: "" });
});
