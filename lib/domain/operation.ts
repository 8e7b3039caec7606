import * as z from "zod/mini";

import { Currency } from "./currency";
import { Reference } from "./ids";
import { add, negate, parseTypedAmount, toDecimal } from "./money";
import type { Money } from "./money";
import { asProblem } from "./problem";
import type { Problem } from "./problem";
import { containsCardNumber, isLongerThan, storableText } from "./text";

export const Mode = z.enum(["channel", "adjustment"]);
export type Mode = z.infer<typeof Mode>;

/** The issuer's own words for the two directions (wallet/assign-funds). */
export const Direction = z.enum(["ADD_FUNDS", "WITHDRAW_FUNDS"]);
export type Direction = z.infer<typeof Direction>;

/** The channels that the issuer gives as examples; any other word is allowed beside them. */
export const CHANNELS = ["MOBILE", "WEB", "ATM"] as const;
export const OTHER_CHANNEL = "OTHER";

/** The issuer's limit for `description` (wallet/assign-funds). */
export const DESCRIPTION_MAX = 50;
/** Ours: the issuer states no limit for `observations`. */
export const OBSERVATIONS_MAX = 500;
/** Ours: the issuer states no limit for `customKeys`. */
export const CUSTOM_KEYS_MAX = 20;
export const CUSTOM_KEY_MAX = 64;
export const CUSTOM_VALUE_MAX = 200;
export const CHANNEL_MAX = 30;

/** What travels from the form: text as typed, in the shape of the screen. */
export interface OperationForm {
  mode: Mode;
  /** Empty until the person has chosen: nothing that moves money has a default direction. */
  direction: Direction | "";
  amount: string;
  currency: string;
  reference: string;
  channel: string;
  otherChannel: string;
  description: string;
  customKeys: { key: string; value: string }[];
  observations: string;
  reasonCode: string;
}

interface Common {
  readonly direction: Direction;
  readonly amount: Money;
  readonly reference: Reference;
}

/** What is asked of the issuer: parsed, exact, and nothing that the mode cannot carry. */
export type OperationRequest =
  | (Common & {
      readonly mode: "channel";
      readonly channel: string;
      readonly description: string | null;
      readonly customKeys: Readonly<Record<string, string>>;
    })
  | (Common & {
      readonly mode: "adjustment";
      readonly observations: string;
      readonly reasonCode: string;
    });

const text = (longest: number) => z.string().check(z.maxLength(longest, "text.long"));

/** The shape of the form and nothing else: lengths here only bound what is worth reading at all. */
const Shape = z.object({
  mode: Mode,
  direction: z.union([Direction, z.literal("")]),
  amount: text(100),
  currency: text(10),
  reference: text(500),
  channel: text(100),
  otherChannel: text(500),
  description: text(2000),
  customKeys: z
    .array(z.object({ key: text(500), value: text(2000) }))
    .check(z.maxLength(200, "customKeys.many")),
  observations: text(10_000),
  reasonCode: text(100),
}) satisfies z.ZodMiniType<OperationForm>;

/** Notes a problem at a field; the message is a key of the `problems` words. */
type Note = (path: (string | number)[], problem: Problem) => void;

/**
 * The one schema of the funds form: the browser's form and the server's verb both parse with it.
 * In: an `OperationForm`, text as typed. Out: an `OperationRequest`. All problems are reported at
 * once; each message is a key of the `problems` words, each path the field that it belongs to.
 * `reasonCodes` are the configured reasons for adjustments. `atMost` is what is left of an operation
 * that the form takes back; the desk looks again under a lock, because it may be less by then.
 */
export function operationSchema(reasonCodes: readonly string[], atMost: Money | null = null) {
  const read = (form: OperationForm, context: z.core.ParsePayload): OperationRequest => {
    let isValid = true;
    const note: Note = (path, message) => {
      isValid = false;
      context.issues.push({ code: "custom", input: form, path, message });
    };
    if (form.direction === "") note(["direction"], "direction.empty");
    const amount = readAmount(form, note);
    if (amount !== null && atMost !== null && isMore(amount, atMost)) {
      note(["amount"], "amount.more-than-left");
    }
    const reference = readReference(form, note);
    const part = form.mode === "channel" ? channelPart(form, note) : adjustmentPart(form, note);
    if (form.mode === "adjustment" && !reasonCodes.includes(form.reasonCode)) {
      note(["reasonCode"], "reason.empty");
    }
    if (!isValid || form.direction === "" || amount === null || reference === null) return z.NEVER;
    return { direction: form.direction, amount, reference, ...part };
  };
  return z.pipe(Shape, z.transform(read));
}

function isMore(amount: Money, other: Money): boolean {
  return amount.currency === other.currency && amount.units > other.units;
}

function readAmount(form: OperationForm, note: Note): Money | null {
  const currency = Currency.safeParse(form.currency);
  if (!currency.success) {
    note(["currency"], "currency.unknown");
    return null;
  }
  const amount = parseTypedAmount(form.amount, currency.data);
  if (amount.ok) return amount.value;
  note(["amount"], `amount.${amount.failure}`);
  return null;
}

function readReference(form: OperationForm, note: Note): Reference | null {
  const reference = Reference.safeParse(form.reference);
  if (reference.success) {
    if (containsCardNumber(reference.data)) note(["reference"], "text.card-number");
    return reference.data;
  }
  note(["reference"], asProblem(reference.error.issues[0]?.message ?? "") ?? "reference.format");
  return null;
}

/** Free text, trimmed: short enough as a person counts, and never with a card number in it. */
function readText(text: string, max: number, path: (string | number)[], note: Note): string {
  const trimmed = storableText(text).trim();
  // What is refused for its length is looked into no further: a whole body of it would take seconds.
  if (isLongerThan(trimmed, max)) note(path, "text.long");
  else if (containsCardNumber(trimmed)) note(path, "text.card-number");
  return trimmed;
}

function adjustmentPart(form: OperationForm, note: Note) {
  const observations = readText(form.observations, OBSERVATIONS_MAX, ["observations"], note);
  if (observations === "") note(["observations"], "observations.empty");
  return { mode: "adjustment" as const, observations, reasonCode: form.reasonCode };
}

function channelPart(form: OperationForm, note: Note) {
  const description = readText(form.description, DESCRIPTION_MAX, ["description"], note);
  return {
    mode: "channel" as const,
    channel: readChannel(form, note),
    description: description === "" ? null : description,
    customKeys: readCustomKeys(form, note),
  };
}

function readChannel(form: OperationForm, note: Note): string {
  if (form.channel !== OTHER_CHANNEL) {
    if (!CHANNELS.some((known) => known === form.channel)) note(["channel"], "channel.empty");
    return form.channel;
  }
  const channel = readText(form.otherChannel, CHANNEL_MAX, ["otherChannel"], note).toUpperCase();
  if (!/^[A-Z][A-Z0-9_-]*$/.test(channel)) note(["otherChannel"], "channel.format");
  return channel;
}

function readCustomKeys(form: OperationForm, note: Note): Record<string, string> {
  const keys = new Map<string, string>();
  const filled = form.customKeys.filter(({ key, value }) => (key + value).trim() !== "").length;
  // Far too many are not read one by one: that would keep everybody else waiting.
  if (filled > CUSTOM_KEYS_MAX * 2) {
    note(["customKeys"], "customKeys.many");
    return {};
  }
  for (const [index, row] of form.customKeys.entries()) {
    const path = (part: string) => ["customKeys", index, part];
    const key = readText(row.key, CUSTOM_KEY_MAX, path("key"), note);
    const value = readText(row.value, CUSTOM_VALUE_MAX, path("value"), note);
    if (key === "" && value === "") continue;
    if (key === "") note(path("key"), "customKey.empty");
    else if (key === "__proto__") note(path("key"), "customKey.format");
    else if (keys.has(key)) note(path("key"), "customKey.twice");
    else keys.set(key, value);
  }
  if (keys.size > CUSTOM_KEYS_MAX) note(["customKeys"], "customKeys.many");
  return Object.fromEntries(keys);
}

/** The balance once the operation is applied; null where the currencies differ and nothing is known. */
export function balanceAfter(balance: Money, direction: Direction, amount: Money): Money | null {
  if (balance.currency !== amount.currency) return null;
  return add(balance, direction === "ADD_FUNDS" ? amount : negate(amount));
}

/**
 * The request as one canonical text: equal for equal requests whatever the order of their keys, so
 * that the same id with another payload is recognised.
 */
export function fingerprintText(cardId: string, request: OperationRequest): string {
  const { amount, ...rest } = request;
  const payload = { ...rest, cardId, amount: toDecimal(amount), currency: amount.currency };
  return JSON.stringify(sortKeys(payload));
}

function sortKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sortKeys(inner)]);
}
