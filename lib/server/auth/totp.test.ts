import { Secret, TOTP, URI } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { OperatorId } from "@/lib/domain/ids";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import {
  checkCode,
  confirmTotp,
  keepTotpSecret,
  newTotpSecret,
  totpUri,
  waitingTotpSecret,
} from "./totp";

const STEP_MS = 30_000;
let test: TestDesk;
let id: OperatorId;
let secret: string;

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set("2026-04-18T16:00:15Z");
  id = (await test.signedIn("agent")).operator.id;
  secret = newTotpSecret();
  await keepTotpSecret(test.desk, id, secret);
});

/** What the person's app shows, so many steps from now. */
function codeAt(steps: number): string {
  const timestamp = test.clock.now().getTime() + steps * STEP_MS;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}
/** With a second factor that is good from now on. */
async function enrolled() {
  expect(await confirmTotp(test.desk, id, codeAt(0))).toBe(true);
  test.clock.advance(10 * STEP_MS);
}

describe("a secret for an authenticator app", () => {
  it("has 160 random bits, and an address that apps read", () => {
    const { secret: read, ...rest } = URI.parse(totpUri(secret, "ana@example.com"));
    expect(read.base32).toBe(secret);
    expect(read.buffer.byteLength).toBe(20);
    expect(rest).toMatchObject({ issuer: "Funds Desk", label: "ana@example.com", digits: 6 });
    expect(newTotpSecret()).not.toBe(secret);
  });

  it("is kept sealed, bound to the person", async () => {
    const read = () =>
      test.db
        .selectFrom("operators")
        .select(["totp_key_id", "totp_sealed"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
    expect((await read()).totp_sealed?.toString("latin1")).not.toContain(secret);
    expect(await waitingTotpSecret(test.desk, id)).toBe(secret);
    const other = (await test.signedIn("agent")).operator.id;
    await test.db
      .updateTable("operators")
      .set(await read())
      .where("id", "=", other)
      .execute();
    expect(await waitingTotpSecret(test.desk, other)).toBeNull();
  });

  it("counts from its first right code on, and waits until then", async () => {
    expect(await checkCode(test.desk, id, codeAt(0))).toBe(false);
    expect(await confirmTotp(test.desk, id, "000000")).toBe(false);
    expect(await confirmTotp(test.desk, id, codeAt(0))).toBe(true);
    test.clock.advance(STEP_MS);
    expect(await checkCode(test.desk, id, codeAt(0))).toBe(true);
  });

  it("is not replaced once it counts", async () => {
    await enrolled();
    expect(await keepTotpSecret(test.desk, id, newTotpSecret())).toBe(false);
    expect(await waitingTotpSecret(test.desk, id)).toBeNull();
    expect(await confirmTotp(test.desk, id, codeAt(0))).toBe(false);
    expect(await checkCode(test.desk, id, codeAt(0))).toBe(true);
  });
});

describe("a code", () => {
  it("is good in its own step, the one before and the one after, and in no other", async () => {
    for (const [steps, isGood] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      await test.db
        .updateTable("operators")
        .set({ totp_confirmed_at: test.clock.now(), totp_last_step: null })
        .where("id", "=", id)
        .execute();
      expect(await checkCode(test.desk, id, codeAt(steps)), `${steps} steps`).toBe(isGood);
    }
  });

  it("is good once, also when it comes twice at the same moment", async () => {
    await enrolled();
    const code = codeAt(0);
    const both = await Promise.all([1, 2, 3].map(() => checkCode(test.desk, id, code)));
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await checkCode(test.desk, id, code)).toBe(false);
  });

  it("is worth nothing after a newer one was taken", async () => {
    await enrolled();
    expect(await checkCode(test.desk, id, codeAt(0))).toBe(true);
    expect(await checkCode(test.desk, id, codeAt(-1))).toBe(false);
    expect(await checkCode(test.desk, id, codeAt(1))).toBe(true);
  });

  it("may have the space that the app shows, and nothing else", async () => {
    await enrolled();
    const code = codeAt(0);
    for (const typed of ["", "0", `${code}0`, `0${code}`, "abcdef", "١٢٣٤٥٦", code.slice(1)]) {
      expect(await checkCode(test.desk, id, typed), typed).toBe(false);
    }
    expect(await checkCode(test.desk, id, ` ${code.slice(0, 3)} ${code.slice(3)}`)).toBe(true);
  });

  it("is nobody's without a second factor, and opens nobody else's", async () => {
    const other = (await test.signedIn("agent")).operator.id;
    await enrolled();
    expect(await checkCode(test.desk, other, codeAt(0))).toBe(false);
  });
});
