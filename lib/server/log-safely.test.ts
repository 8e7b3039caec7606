import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { describeError, withoutContent, withoutSecrets } from "./log-safely";

/** What a person typed, and must not be read in a log. */
const TYPED = "Llamó doña Marta";
const CARD = "4111 1111 1111 1111";

let started: TestDesk;
beforeAll(async () => {
  started = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => started.close());

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    // The errors of programs are what is looked at here.
    return error;
  }
  throw new Error("It did not throw.");
}

describe("an error in the log", () => {
  test("of the database says which rule was broken, and not by what", async () => {
    const person = {
      id: "019e0000-0000-7000-8000-00000000bad1",
      email: "marta@example.com",
      name: TYPED,
      role: "agent" as const,
      password_hash: null,
      created_at: started.desk.now(),
    };
    const write = () => started.db.insertInto("operators").values(person).execute();
    await write();
    const error: unknown = await write().catch((thrown: unknown) => thrown);
    const described = describeError(error);
    expect(described).toMatchObject({ code: "23505", table: "operators" });
    expect(described["constraint"]).toMatch(/^operators_/);
    expect(JSON.stringify(described)).not.toMatch(/marta|019e0000|Key \(/i);
  });

  test("of a value that the database cannot read does not hold the value", async () => {
    const error: unknown = await started.db
      .selectFrom("operators")
      .select("id")
      .where("id", "=", TYPED)
      .execute()
      .catch((thrown: unknown) => thrown);
    expect(describeError(error)).toMatchObject({ code: "22P02" });
    expect(JSON.stringify(describeError(error))).not.toContain("Marta");
  });

  test("of JSON does not hold what was read", () => {
    const error = thrownBy(() => JSON.parse(`${TYPED} {`));
    expect(describeError(error)).toMatchObject({ type: "SyntaxError" });
    expect(JSON.stringify(describeError(error))).not.toContain("Marta");
  });

  test("keeps its number, its frames and its cause", () => {
    const cause = new TypeError("no such thing");
    const error = Object.assign(new Error("outer", { cause }), { digest: "1234567890@E394" });
    const described = describeError(error);
    expect(described).toMatchObject({ digest: "1234567890@E394", words: "outer" });
    expect(described).toMatchObject({ cause: { type: "TypeError", words: "no such thing" } });
    expect(String(described["frames"])).toContain("log-safely.test.ts");
  });

  test("that is no error says nothing of itself", () => {
    expect(describeError(TYPED)).toEqual({ type: "string" });
    expect(describeError({ password: "x" })).toEqual({ type: "object" });
  });
});

test.each([
  [`invalid input syntax for type uuid: "${TYPED}"`, "invalid input syntax for type uuid: …"],
  ["no account ana@example.com", "no account …"],
  ["Key (email)=(ana)", "Key …"],
  ["card 123456789", "card …"],
  ["Invalid callback URL. Received: javascript:alert(1)", "Invalid callback URL. received …"],
  ["cannot reach https://issuer.example/cards/12345", "cannot reach …"],
  ["connect ECONNREFUSED 127.0.0.1:5432", "connect ECONNREFUSED 127.0.0.1:5432"],
])("the words %j are written %j", (message, words) => {
  expect(withoutContent(message)).toBe(words);
});

test.each([
  ["a token", "x eyJhbGciOiJkaXIi.eyJzdWIiOiIxIn0.c2lnbmF0dXJl y", "x [token] y"],
  ["a sealed cookie", 'desk-session=eyJhbGciOiJkaXIi..abc_d; Path="/"', /^desk-session=\[\w+\]; /],
  ["a cookie", "Cookie: __Host-desk-session=abc.def; x=1", /desk-session=\[cookie\]; x=1$/],
  ["a spoken token", "Authorization: Bearer abc123+/=", "Authorization: Bearer [token]"],
  ["a card number", `card ${CARD}`, "card **** **** **** 1111"],
])("%s is not written, whoever logged it", (_, text, written) => {
  expect(withoutSecrets(text)).toEqual(
    typeof written === "string" ? written : expect.stringMatching(written),
  );
});

test("an id that holds digits like a card's stays whole", () => {
  const line =
    '{"requestId":"3dda4111-1111-1111-8111-9cca133c9d3c","operator":"4111 1111 1111 1111"}';
  expect(withoutSecrets(line)).toContain("3dda4111-1111-1111-8111-9cca133c9d3c");
  expect(withoutSecrets(line)).toContain("**** **** **** 1111");
});
