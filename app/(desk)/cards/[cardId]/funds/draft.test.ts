import { describe, expect, test } from "vitest";

import { emptyForm, newDraft, readDraft } from "./draft";

describe("the draft in the browser", () => {
  test("comes back as it was stored, with the same operation id", () => {
    const draft = newDraft({ ...emptyForm("GTQ"), amount: "1,234.50", direction: "ADD_FUNDS" });
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });

  test("two intents never share an id", () => {
    const ids = new Set(Array.from({ length: 200 }, () => newDraft(emptyForm(null)).operationId));
    expect(ids.size).toBe(200);
  });

  test.each([null, "", "{", "null", '{"operationId":"12345"}'])(
    "what is no draft (%j) is an empty form, not an error",
    (stored) => {
      expect(readDraft(stored)).toBeNull();
    },
  );
});
