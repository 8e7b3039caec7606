import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { OperatorId } from "@/lib/domain/ids";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { countRecoveryCodes, makeRecoveryCodes, spendRecoveryCode } from "./recovery-codes";

let test: TestDesk;
let id: OperatorId;
let codes: readonly string[];

beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());
beforeEach(async () => {
  id = (await test.signedIn("agent")).operator.id;
  codes = await makeRecoveryCodes(test.desk, test.db, id);
});
const useFirst = (typed = codes[0] ?? "") => spendRecoveryCode(test.desk, id, typed);

describe("recovery codes", () => {
  it("are ten, all different, of signs that cannot be taken for each other", () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
    }
  });

  it("are kept as keyed hashes: nothing in the table shows or tells them", async () => {
    const rows = await test.db
      .selectFrom("recovery_codes")
      .selectAll()
      .where("operator_id", "=", id)
      .execute();
    expect(rows).toHaveLength(10);
    for (const code of codes) {
      expect(JSON.stringify(rows)).not.toContain(code);
      expect(JSON.stringify(rows)).not.toContain(code.replace("-", ""));
    }
    const keyless = { ...test.desk, secret: "another secret of thirty-two characters" };
    expect(await spendRecoveryCode(keyless, id, codes[0] ?? "")).toBeNull();
  });

  it("are each good once, and say how many are left", async () => {
    expect(await useFirst()).toBe(9);
    expect(await useFirst()).toBeNull();
    expect(await useFirst(codes[9])).toBe(8);
    expect(await countRecoveryCodes(test.db, id)).toBe(8);
  });

  it("let one in when the same comes twice at the same moment", async () => {
    const answers = await Promise.all([useFirst(), useFirst(), useFirst()]);
    expect(answers.filter((left) => left !== null)).toEqual([9]);
  });

  it("are taken in small letters, without the dash, with spaces", async () => {
    const [one = "", two = "", three = ""] = codes;
    expect(await useFirst(one.toLowerCase())).toBe(9);
    expect(await useFirst(two.replace("-", ""))).toBe(8);
    expect(await useFirst(` ${three.replace("-", " ")} `)).toBe(7);
  });

  it("are nobody else's, and gone when new ones are made", async () => {
    const other = (await test.signedIn("agent")).operator.id;
    expect(await spendRecoveryCode(test.desk, other, codes[0] ?? "")).toBeNull();
    await makeRecoveryCodes(test.desk, test.db, id);
    expect(await useFirst()).toBeNull();
    expect(await countRecoveryCodes(test.db, id)).toBe(10);
  });
});
