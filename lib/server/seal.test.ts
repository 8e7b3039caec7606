import { describe, expect, it } from "vitest";

import { isCurrent, seal, unseal } from "./seal";
import type { SealKeys } from "./seal";

const SECRET = "a secret that is long enough for this";
const KEYS: SealKeys = { purpose: "issuer tokens", secrets: [SECRET] };
const withSecrets = (...secrets: string[]): SealKeys => ({ ...KEYS, secrets });

describe("a sealed text", () => {
  it("opens with its secret for its row", () => {
    expect(unseal(seal("tokens ñ", KEYS, "row 1"), KEYS, "row 1")).toBe("tokens ñ");
  });

  it("does not open for another row, with another secret, or with another key's name", () => {
    const sealed = seal("tokens", KEYS, "row 1");
    expect(unseal(sealed, KEYS, "row 2")).toBeNull();
    expect(unseal(sealed, withSecrets(`${SECRET}!`), "row 1")).toBeNull();
    expect(unseal(sealed, withSecrets(), "row 1")).toBeNull();
    expect(unseal({ ...sealed, keyId: "000000000000" }, KEYS, "row 1")).toBeNull();
  });

  it("does not open as another kind of text, not even under the other's key id", () => {
    const factor: SealKeys = { ...KEYS, purpose: "second factor" };
    const sealed = seal("tokens", KEYS, "row 1");
    const { keyId } = seal("code", factor, "row 1");
    expect(keyId).not.toBe(sealed.keyId);
    expect(unseal(sealed, factor, "row 1")).toBeNull();
    expect(unseal({ ...sealed, keyId }, factor, "row 1")).toBeNull();
  });

  it("does not open when any byte of it was changed, or some are missing", () => {
    const sealed = seal("tokens", KEYS, "row 1");
    for (let i = 0; i < sealed.bytes.length; i += 1) {
      const bytes = Buffer.from(sealed.bytes);
      bytes.writeUInt8((bytes[i] ?? 0) ^ 1, i);
      expect(unseal({ ...sealed, bytes }, KEYS, "row 1")).toBeNull();
    }
    for (const length of [0, 5, 12, 20, 27]) {
      const bytes = sealed.bytes.subarray(0, length);
      expect(unseal({ ...sealed, bytes }, KEYS, "row 1")).toBeNull();
    }
  });

  it("is another one each time, and shows nothing of the text", () => {
    const [one, two] = [seal("tokens", KEYS, "row 1"), seal("tokens", KEYS, "row 1")];
    expect(one.bytes.equals(two.bytes)).toBe(false);
    expect(one.bytes.toString("latin1")).not.toContain("tokens");
  });
});

describe("a new secret before the old one", () => {
  const both = withSecrets("the new secret, as long as the old", SECRET);

  it("seals, and what the old one sealed still opens", () => {
    const old = seal("tokens", KEYS, "row 1");
    expect(unseal(old, both, "row 1")).toBe("tokens");
    expect(isCurrent(old.keyId, both)).toBe(false);
    const anew = seal("tokens", both, "row 1");
    expect(isCurrent(anew.keyId, both)).toBe(true);
    expect(unseal(anew, KEYS, "row 1")).toBeNull();
  });

  it("is needed: nothing is sealed without a secret", () => {
    expect(() => seal("tokens", withSecrets(), "row 1")).toThrow("no secret");
  });
});
