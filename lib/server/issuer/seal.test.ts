import { describe, expect, it } from "vitest";

import { seal, unseal } from "./seal";

const SECRET = "a secret that is long enough for this";

describe("a sealed text", () => {
  it("opens with its secret for its row", () => {
    expect(unseal(seal("tokens ñ", SECRET, "row 1"), SECRET, "row 1")).toBe("tokens ñ");
  });

  it("does not open for another row, with another secret, or with another key's name", () => {
    const sealed = seal("tokens", SECRET, "row 1");
    expect(unseal(sealed, SECRET, "row 2")).toBeNull();
    expect(unseal(sealed, `${SECRET}!`, "row 1")).toBeNull();
    expect(unseal({ ...sealed, keyId: "000000000000" }, SECRET, "row 1")).toBeNull();
  });

  it("does not open when any byte of it was changed, or some are missing", () => {
    const sealed = seal("tokens", SECRET, "row 1");
    for (let i = 0; i < sealed.bytes.length; i += 1) {
      const bytes = Buffer.from(sealed.bytes);
      bytes.writeUInt8((bytes[i] ?? 0) ^ 1, i);
      expect(unseal({ ...sealed, bytes }, SECRET, "row 1")).toBeNull();
    }
    for (const length of [0, 5, 12, 20, 27]) {
      expect(
        unseal({ ...sealed, bytes: sealed.bytes.subarray(0, length) }, SECRET, "row 1"),
      ).toBeNull();
    }
  });

  it("is another one each time, and shows nothing of the text", () => {
    const [one, two] = [seal("tokens", SECRET, "row 1"), seal("tokens", SECRET, "row 1")];
    expect(one.bytes.equals(two.bytes)).toBe(false);
    expect(one.bytes.toString("latin1")).not.toContain("tokens");
  });
});
