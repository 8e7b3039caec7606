import { describe, expect, it } from "vitest";

import { fitsPassword, hashPassword } from "./password";

describe("a password", () => {
  it("is kept as argon2id with its parameters and a salt of its own", async () => {
    const [one, two] = await Promise.all([
      hashPassword("a long password"),
      hashPassword("a long password"),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it("fits its own hash and no other, and never the absence of one", async () => {
    const kept = await hashPassword("a long password");
    expect(await fitsPassword(kept, "a long password")).toBe(true);
    expect(await fitsPassword(kept, "a long Password")).toBe(false);
    expect(await fitsPassword(null, "a password that nobody has")).toBe(false);
  });
});
