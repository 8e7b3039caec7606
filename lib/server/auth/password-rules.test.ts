import { describe, expect, it } from "vitest";

import { hashPassword } from "./password";
import { formerHashesAfter, lastHashes, passwordProblem } from "./password-rules";

const OWNER = { email: "ana.lopez@example.com", name: "Ana López", formerHashes: [] };

describe("a password is refused when it", () => {
  it.each([
    ["has less than twelve characters", "corre-hor-1", "short"],
    ["has less than twelve signs, however many bytes", "ñandú🦤🦤-1", "short"],
    ["has more than two hundred characters", `a1${"x".repeat(199)}`, "long"],
    ["has no digit", "correct horse battery", "letters-and-digits"],
    ["has no letter", "839-204-115-667", "letters-and-digits"],
    ["is one of the commonest", "1qaz2wsx3edc", "common"],
    ["is one of the commonest in capitals", "1QAZ2WSX3EDC", "common"],
    ["is one of the commonest with digits after it", "Administrator2026!", "common"],
    ["is one of the commonest with something before it", "2026!unbelievable", "common"],
    ["is one of the commonest over and over", "dragon1dragon1dragon1", "common"],
    ["is a common number with letters around it", "a123456789012b", "common"],
    ["is the person's address", "ana.lopez@example.com1", "personal"],
    ["is the person's name without its accent", "LopezAna-1990-11", "personal"],
    ["is the desk's name", "Funds Desk 2026", "personal"],
  ])("%s", async (_, password, problem) => {
    expect(await passwordProblem(password, OWNER)).toBe(problem);
  });

  it("was one of the last four", async () => {
    const passwords = [1, 2, 3, 4, 5].map((number) => `a river by night ${number}`);
    const hashes = await Promise.all(passwords.map(hashPassword));
    // Changed four times: the first of the five is the fifth last, and free again.
    let former: unknown = [];
    for (const [index, present] of hashes.entries()) {
      const next = hashes[index + 1];
      if (next !== undefined) former = JSON.parse(formerHashesAfter(present, former));
    }
    const formerHashes = lastHashes(hashes.at(-1) ?? null, former);
    const problems = await Promise.all(
      passwords.map((password) => passwordProblem(password, { ...OWNER, formerHashes })),
    );
    expect(problems).toEqual([null, "used-before", "used-before", "used-before", "used-before"]);
  });
});

describe("a password is taken when it", () => {
  it.each([
    ["is long, with a digit", "correct horse battery 1"],
    ["holds the person's name and more", "ana keeps 3 grey parrots"],
    ["has exactly twelve characters", "k3-vel-moss-"],
    ["has exactly two hundred", `a1 ${"xyz".repeat(65)}zz`],
    ["is in another script", "квітка сонце 7"],
    ["is mostly digits", "84 Fx 20 91 33 07"],
  ])("%s", async (_, password) => {
    expect(await passwordProblem(password, OWNER)).toBeNull();
  });
});

describe("the hashes of former passwords", () => {
  it("are three beside the present one, the newest first", () => {
    expect(lastHashes("d", ["c", "b", "a", "0"])).toEqual(["d", "c", "b", "a"]);
    expect(JSON.parse(formerHashesAfter("d", ["c", "b", "a"]))).toEqual(["d", "c", "b"]);
    expect(lastHashes(null, [])).toEqual([]);
    expect(JSON.parse(formerHashesAfter(null, []))).toEqual([]);
  });
});
