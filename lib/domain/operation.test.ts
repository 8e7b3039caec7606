import { describe, expect, it } from "vitest";

import { Currency } from "./currency";
import { money } from "./money";
import { operationSchema } from "./operation";
import type { OperationForm, OperationRequest } from "./operation";

const schema = operationSchema(["goodwill", "dispute"]);

const channel: OperationForm = {
  mode: "channel",
  direction: "ADD_FUNDS",
  amount: "100.00",
  currency: "GTQ",
  reference: "TOPUP-2026-04-18-001",
  channel: "MOBILE",
  otherChannel: "",
  description: "Recarga",
  customKeys: [{ key: "campaign", value: "loyalty" }],
  observations: "",
  reasonCode: "",
};
const adjustment: OperationForm = {
  ...channel,
  mode: "adjustment",
  direction: "WITHDRAW_FUNDS",
  channel: "",
  description: "",
  customKeys: [],
  observations: "Corrección",
  reasonCode: "goodwill",
};

/** What is wrong with a form, as "field: problem". */
function problemsOf(form: unknown): string[] {
  const parsed = schema.safeParse(form);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

function requestOf(form: OperationForm): OperationRequest {
  return schema.parse(form);
}

describe("the funds form", () => {
  it("becomes a channel operation with what that mode carries, and nothing else", () => {
    expect(requestOf({ ...channel, observations: "not carried", reasonCode: "goodwill" })).toEqual({
      mode: "channel",
      direction: "ADD_FUNDS",
      amount: money(1_000_000n, Currency.parse("GTQ")),
      reference: "TOPUP-2026-04-18-001",
      channel: "MOBILE",
      description: "Recarga",
      customKeys: { campaign: "loyalty" },
    });
  });

  it("becomes an adjustment with what that mode carries, and nothing else", () => {
    const typed = {
      ...adjustment,
      channel: "WEB",
      description: "not carried",
      customKeys: [{ key: "a", value: "b" }],
    };
    expect(requestOf(typed)).toEqual({
      mode: "adjustment",
      direction: "WITHDRAW_FUNDS",
      amount: money(1_000_000n, Currency.parse("GTQ")),
      reference: "TOPUP-2026-04-18-001",
      observations: "Corrección",
      reasonCode: "goodwill",
    });
  });

  it("tells everything that is wrong with a channel operation at once", () => {
    const form = {
      ...channel,
      direction: "",
      amount: "1.234,50",
      reference: "",
      channel: "",
      description: "é".repeat(51),
      customKeys: [{ key: "", value: "x" }],
    };
    expect(problemsOf(form)).toEqual([
      "direction: direction.empty",
      "amount: amount.format",
      "reference: reference.empty",
      "description: text.long",
      "channel: channel.empty",
      "customKeys.0.key: customKey.empty",
    ]);
  });

  it("tells everything that is wrong with an adjustment at once", () => {
    const form = {
      ...adjustment,
      amount: "",
      currency: "XYZ",
      reference: "a b",
      observations: "  ",
      reasonCode: "none",
    };
    expect(problemsOf(form)).toEqual([
      "currency: currency.unknown",
      "reference: reference.format",
      "observations: observations.empty",
      "reasonCode: reason.empty",
    ]);
  });

  it("does not look at the fields that the mode does not carry", () => {
    const card = "4111 1111 1111 1111";
    expect(problemsOf({ ...channel, observations: card, otherChannel: card })).toEqual([]);
    expect(
      problemsOf({ ...adjustment, description: card, channel: "nowhere", otherChannel: card }),
    ).toEqual([]);
  });

  it.each([
    [{ direction: "" as const }, "direction: direction.empty"],
    [{ amount: "" }, "amount: amount.empty"],
    [{ amount: "0" }, "amount: amount.not-positive"],
    [{ amount: "1.001" }, "amount: amount.decimals"],
    [{ amount: "10", currency: "CLP" }, null],
    [{ amount: "10.0", currency: "CLP" }, "amount: amount.decimals"],
    [{ amount: "1000000000000" }, "amount: amount.too-large"],
    [{ currency: "gtq" }, "currency: currency.unknown"],
    [{ currency: "" }, "currency: currency.unknown"],
    [{ reference: "   " }, "reference: reference.empty"],
    [{ reference: "a".repeat(64) }, null],
    [{ reference: "a".repeat(65) }, "reference: reference.long"],
    [{ reference: "-x" }, "reference: reference.format"],
    [{ reference: "ñ" }, "reference: reference.format"],
    [{ reference: "a\nb" }, "reference: reference.format"],
    [{ reference: "TOPUP-4111111111111111" }, "reference: text.card-number"],
    [{ reference: "4111-1111-1111-1111" }, "reference: text.card-number"],
    [{ channel: "BRANCH" }, "channel: channel.empty"],
    [{ channel: "OTHER", otherChannel: "" }, "otherChannel: channel.format"],
    [{ channel: "OTHER", otherChannel: "branch-1" }, null],
    [{ channel: "OTHER", otherChannel: "1branch" }, "otherChannel: channel.format"],
    [{ channel: "OTHER", otherChannel: `B${"X".repeat(30)}` }, "otherChannel: text.long"],
    [{ description: "é".repeat(50) }, null],
    [{ description: "e\u0301".repeat(50) }, null],
    [{ description: "👨‍👩‍👧‍👦".repeat(50) }, null],
    [{ description: "x".repeat(51) }, "description: text.long"],
    [{ description: "4111 1111 1111 1111" }, "description: text.card-number"],
    [
      { customKeys: [{ key: "a", value: "4111111111111111" }] },
      "customKeys.0.value: text.card-number",
    ],
    [
      { customKeys: [{ key: "4111111111111111", value: "" }] },
      "customKeys.0.key: text.card-number",
    ],
    [
      {
        customKeys: [
          { key: "a", value: "1" },
          { key: " a ", value: "2" },
        ],
      },
      "customKeys.1.key: customKey.twice",
    ],
    [{ customKeys: [{ key: "__proto__", value: "1" }] }, "customKeys.0.key: customKey.format"],
    [{ customKeys: [{ key: "k".repeat(65), value: "" }] }, "customKeys.0.key: text.long"],
    [{ customKeys: [{ key: "k", value: "v".repeat(201) }] }, "customKeys.0.value: text.long"],
    [
      { customKeys: Array.from({ length: 21 }, (_, i) => ({ key: `k${i}`, value: "" })) },
      "customKeys: customKeys.many",
    ],
    // One problem and not two hundred: rows beyond all measure are not read one by one.
    [
      { customKeys: Array.from({ length: 200 }, () => ({ key: "k", value: "4 ".repeat(1000) })) },
      "customKeys: customKeys.many",
    ],
    [{ customKeys: Array.from({ length: 20 }, (_, i) => ({ key: `k${i}`, value: "" })) }, null],
    [{ customKeys: Array.from({ length: 50 }, () => ({ key: "", value: " " })) }, null],
  ])("as a channel operation with %j gives %s", (changes, problem) => {
    expect(problemsOf({ ...channel, ...changes })).toEqual(problem === null ? [] : [problem]);
  });

  it.each([
    [{ observations: "" }, "observations: observations.empty"],
    [{ observations: "ñ".repeat(500) }, null],
    [{ observations: "ñ".repeat(501) }, "observations: text.long"],
    [{ observations: "pagó con 4111-1111-1111-1111" }, "observations: text.card-number"],
    [{ reasonCode: "" }, "reasonCode: reason.empty"],
    [{ reasonCode: "4111111111111111" }, "reasonCode: reason.empty"],
  ])("as an adjustment with %j gives %s", (changes, problem) => {
    expect(problemsOf({ ...adjustment, ...changes })).toEqual(problem === null ? [] : [problem]);
  });

  it("as a reversal is at most what is left of the operation that it takes back", () => {
    const left = operationSchema(["goodwill"], money(1_000_000n, Currency.parse("GTQ")));
    const problemsAt = (amount: string, currency = "GTQ") =>
      left.safeParse({ ...adjustment, amount, currency }).error?.issues.map((one) => one.message);
    expect(problemsAt("100.00")).toBeUndefined();
    expect(problemsAt("100.01")).toEqual(["amount.more-than-left"]);
    expect(problemsAt("100.01", "USD")).toBeUndefined();
  });

  it("trims text, drops what cannot be stored and leaves out what is empty", () => {
    const typed = {
      ...channel,
      reference: " R-1 ",
      description: " \u0000 ",
      customKeys: [
        { key: " a ", value: " b\ud83d " },
        { key: "", value: "" },
      ],
    };
    expect(requestOf(typed)).toMatchObject({
      reference: "R-1",
      description: null,
      customKeys: { a: "b" },
    });
  });

  it.each([
    null,
    undefined,
    "form",
    7,
    [],
    {},
    { ...channel, mode: "both" },
    { ...channel, direction: "REVERSE" },
    { ...channel, amount: 100 },
    { ...channel, customKeys: {} },
  ])("that has another shape is refused: %j", (form) => {
    expect(schema.safeParse(form).success).toBe(false);
  });
});
