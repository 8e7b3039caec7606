import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OperationForm } from "@/lib/domain/operation";
import { OTHER_CHANNEL } from "@/lib/domain/operation";
import type { Actor } from "@/lib/server/desk";
import { adjustmentForm, channelForm, startTestDesk, submission } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";
import { startScriptedIssuer } from "@/lib/testing/issuer";
import type { ScriptedIssuer } from "@/lib/testing/issuer";

import { submitOperation } from "./submit-operation";

let issuer: ScriptedIssuer;
let test: TestDesk;
let agent: Actor;

beforeAll(async () => {
  issuer = await startScriptedIssuer(() => "default");
  test = await startTestDesk(issuer.url);
  agent = await test.signedIn("agent");
});
afterAll(async () => {
  await test.close();
  await issuer.close();
});

type Submission = ReturnType<typeof submission> & { goOnReason?: string };

const form = (changed: OperationForm): Submission => submission(changed);

/** Every field of free text, and the path under which a card number in it is reported. */
const FIELDS: readonly (readonly [path: string, holding: (text: string) => Submission])[] = [
  ["description", (text) => form(channelForm({ description: text }))],
  ["customKeys.0.key", (text) => form(channelForm({ customKeys: [{ key: text, value: "" }] }))],
  ["customKeys.0.value", (text) => form(channelForm({ customKeys: [{ key: "a", value: text }] }))],
  [
    "customKeys.1.value",
    (text) =>
      form(
        channelForm({
          customKeys: [
            { key: "a", value: "b" },
            { key: "c", value: text },
          ],
        }),
      ),
  ],
  ["observations", (text) => form(adjustmentForm({ observations: text }))],
  ["goOnReason", (text) => ({ ...form(channelForm()), goOnReason: text })],
];

/** Spellings of 13 to 19 digits that pass Luhn: what separators and what digits people paste. */
const SPELLINGS = [
  "4111111111111111",
  "4111 1111 1111 1111",
  "4111-1111-1111-1111",
  "4111.1111.1111.1111",
  "4111\u00a01111\u00a01111\u00a01111",
  "4111\u200b1111\u200b1111\u200b1111",
  "４１１１１１１１１１１１１１１１",
  "tarjeta 4111111111111111.",
  "4222222222222",
  "378282246310005",
  "6304000000000000000",
];

const onRecord = async () => ({
  operations: (await test.db.selectFrom("operations").select("id").execute()).length,
  journal: (await test.db.selectFrom("journal").select("seq").execute()).length,
  sent: issuer.arrived.length,
});

async function expectRefused(path: string, input: Submission) {
  const before = await onRecord();
  expect(await submitOperation(test.desk, agent, input)).toEqual({
    ok: false,
    failure: { kind: "invalid", fields: [{ path, problem: "text.card-number" }] },
  });
  expect(await onRecord()).toEqual(before);
}

describe("a card number", () => {
  it.each(
    FIELDS.flatMap(([path, holding]) => SPELLINGS.map((text) => [path, text, holding] as const)),
  )(
    "in %s (%s) is refused by the name of the field, and nothing is stored or sent",
    (path, text, holding) => expectRefused(path, holding(text)),
  );

  it.each(["4111111111111111", "4111-1111-1111-1111", "TOPUP-4111111111111111", "4222222222222"])(
    "in the reference (%s) is refused by the name of the field",
    (reference) => expectRefused("reference", form(channelForm({ reference }))),
  );

  it.each(["X4111111111111111", "X-4111-1111-1111-1111"])(
    "in the name of another channel (%s) is refused by the name of the field",
    (otherChannel) =>
      expectRefused("otherChannel", form(channelForm({ channel: OTHER_CHANNEL, otherChannel }))),
  );

  it("in what is chosen and not typed is no choice at all", async () => {
    const number = "4111111111111111";
    const before = await onRecord();
    for (const input of [
      form(channelForm({ channel: number })),
      form(channelForm({ currency: "4111111111" })),
      form(channelForm({ amount: number })),
      form(adjustmentForm({ reasonCode: number })),
      { ...form(channelForm()), cardId: number },
      { ...form(channelForm()), balanceSeen: number },
      { ...form(channelForm()), balanceSeen: "378282246310005" },
    ]) {
      expect(await submitOperation(test.desk, agent, input)).toMatchObject({
        ok: false,
        failure: { kind: "invalid" },
      });
    }
    expect(await onRecord()).toEqual(before);
  });

  it("in several fields is reported at each of them", async () => {
    const number = "4111 1111 1111 1111";
    const input = form(
      channelForm({ description: number, customKeys: [{ key: "a", value: number }] }),
    );
    expect(await submitOperation(test.desk, agent, input)).toEqual({
      ok: false,
      failure: {
        kind: "invalid",
        fields: [
          { path: "description", problem: "text.card-number" },
          { path: "customKeys.0.value", problem: "text.card-number" },
        ],
      },
    });
  });
});
