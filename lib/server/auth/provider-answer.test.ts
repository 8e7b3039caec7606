import { expect, it } from "vitest";

import { providerAnswer } from "./provider-answer";

it("lets through what a provider answers with", () => {
  const answer = { code: "abc", state: "def", iss: "https://id.example" };
  expect(providerAnswer(answer)).toEqual(answer);
  expect(providerAnswer({ state: "def", error: "access_denied" })).toEqual({
    state: "def",
    error: "access_denied",
  });
});

it.each(["Call 555 0100, password reset", "ACCESS_DENIED", "access_denied\n", "", "__proto__"])(
  "makes the strange error %j another one",
  (error) => {
    expect(providerAnswer({ error })).toEqual({ error: "other" });
  },
);

it("drops what the library would only repeat", () => {
  const strange = { error_description: "4111 1111 1111 1111", error_uri: "https://evil.example" };
  expect(providerAnswer({ ...strange, session_state: "x", prompt: "none" })).toEqual({});
});
