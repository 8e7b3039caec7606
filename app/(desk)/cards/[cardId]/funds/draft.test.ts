import { describe, expect, test } from "vitest";

import { CardId, OperationId, OperatorId } from "@/lib/domain/ids";

import { draftKey, draftText, emptyForm, newDraft, readDraft } from "./draft";

describe("the draft in the browser", () => {
  test("comes back as it was stored, with the same operation id", () => {
    const draft = newDraft({ ...emptyForm("GTQ"), amount: "1,234.50", direction: "ADD_FUNDS" });
    expect(readDraft(draftText(draft))).toEqual(draft);
  });

  test("of a reversal is apart from the card's own and from that of another reversal", () => {
    const operatorId = OperatorId.parse("019a0000-0000-7000-8000-00000000000a");
    const cardId = CardId.parse("12345");
    const ids = ["1", "2"].map((end) =>
      OperationId.parse(`019a0000-0000-7000-8000-00000000000${end}`),
    );
    const keys = [null, ...ids].map((reverses) => draftKey(operatorId, cardId, reverses));
    expect(new Set(keys).size).toBe(3);
  });

  test("leaves out whatever field holds a card number, and keeps the others", () => {
    const number = "4111 1111 1111 1111";
    const text = draftText(
      newDraft({
        ...emptyForm("GTQ"),
        amount: "5.00",
        description: `for ${number}`,
        observations: number,
        reference: number.replaceAll(" ", ""),
        customKeys: [{ key: "card", value: number }],
      }),
    );
    expect(text).not.toMatch(/4111/);
    expect(readDraft(text)?.form).toMatchObject({
      amount: "5.00",
      description: "",
      customKeys: [{ key: "card", value: "" }],
    });
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
