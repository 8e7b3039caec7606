import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fingerprintText, operationSchema } from "./operation";
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

function requestOf(form: OperationForm): OperationRequest {
  return schema.parse(form);
}

describe("the fingerprint of a request", () => {
  const custom = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 5 }),
    fc.string({ maxLength: 5 }),
    { maxKeys: 5, noNullPrototype: true },
  );

  const request = requestOf(channel);
  const requestWith = (customKeys: Readonly<Record<string, string>>): OperationRequest => {
    if (request.mode !== "channel") throw new Error("This is a channel operation.");
    return { ...request, customKeys };
  };
  const byKey = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);
  const sorted = (keys: Record<string, string>) =>
    JSON.stringify(Object.entries(keys).toSorted(byKey));

  it("does not depend on the order of the keys", () => {
    fc.assert(
      fc.property(custom, (keys) => {
        const turned = Object.fromEntries(Object.entries(keys).toReversed());
        expect(fingerprintText("12345", requestWith(turned))).toBe(
          fingerprintText("12345", requestWith(keys)),
        );
      }),
    );
    const { mode, ...rest } = request;
    const reordered = { ...Object.fromEntries(Object.entries(rest).toReversed()), ...rest, mode };
    expect(Object.keys(reordered)).not.toEqual(Object.keys(request));
    // The spread after the reversed entries gives every field its own type and value again.
    expect(fingerprintText("12345", { ...reordered, ...request })).toBe(
      fingerprintText("12345", request),
    );
  });

  it("differs for different keys and values, however they are cut", () => {
    const withKeys = (customKeys: Record<string, string>) =>
      fingerprintText("12345", requestWith(customKeys));
    fc.assert(
      fc.property(custom, custom, (a, b) => {
        expect(withKeys(a) === withKeys(b)).toBe(sorted(a) === sorted(b));
      }),
    );
    expect(withKeys({ ab: "c" })).not.toBe(withKeys({ a: "bc" }));
    expect(withKeys({ a: "1", b: "2" })).not.toBe(withKeys({ a: '1","b":"2' }));
  });

  it("differs with every single change of the form", () => {
    const all = [
      channel,
      { ...channel, direction: "WITHDRAW_FUNDS" as const },
      { ...channel, amount: "100.01" },
      { ...channel, currency: "USD" },
      { ...channel, reference: "TOPUP-2026-04-18-002" },
      { ...channel, reference: "topup-2026-04-18-001" },
      { ...channel, channel: "WEB" },
      { ...channel, description: "" },
      { ...channel, description: "recarga" },
      { ...channel, customKeys: [] },
      { ...channel, customKeys: [{ key: "campaign", value: "" }] },
      adjustment,
      { ...adjustment, direction: "ADD_FUNDS" as const },
      { ...adjustment, observations: "Otra" },
      { ...adjustment, reasonCode: "dispute" },
    ].map((form) => fingerprintText("12345", requestOf(form)));
    expect(new Set(all).size).toBe(all.length);
    expect(fingerprintText("12346", requestOf(channel))).not.toBe(all[0]);
  });

  it("is the same for the same amount however it was typed", () => {
    const typed = ["1,234.50", "1234.5", " 1234.50 ", "01234.50"].map((amount) =>
      fingerprintText("1", requestOf({ ...channel, amount })),
    );
    expect(new Set(typed).size).toBe(1);
  });
});
