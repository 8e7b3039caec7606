import { describe, expect, test } from "vitest";

import { en } from "./messages/en";
import { es } from "./messages/es";
import { pickMessages } from "./messages";
import { makeTranslator } from "./translator";

function flatten(messages: object, path = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const full = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") flat.set(full, value);
    else for (const [inner, text] of flatten(value, full)) flat.set(inner, text);
  }
  return flat;
}

/** The names of the ICU arguments of a message, sorted. */
function argumentsOf(message: string): string[] {
  return [
    ...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? "")),
  ].toSorted();
}

const english = flatten(en);
const spanish = flatten(es);

test("both languages have the same keys", () => {
  expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
});

test.each([...english.keys()])("%s takes the same arguments in both languages", (key) => {
  expect(argumentsOf(spanish.get(key) ?? "")).toEqual(argumentsOf(english.get(key) ?? ""));
});

test.each([...english.entries(), ...spanish.entries()])("%s is not empty or padded", (_, text) => {
  expect(text.trim()).not.toBe("");
  if (!text.endsWith("] ")) expect(text).toBe(text.trim());
});

describe("the translator", () => {
  test("puts arguments and plurals in", () => {
    const t = makeTranslator("es", "America/Guatemala");
    expect(t("common.card.ending", { lastFour: "2345" })).toBe("terminada en 2345");
    expect(t("pulse.unsettled", { count: 1 })).toBe("1 operación con resultado desconocido");
    expect(t("pulse.unsettled", { count: 3 })).toBe("3 operaciones con resultado desconocido");
  });

  test("finds keys that are numbers", () => {
    expect(makeTranslator("en", "UTC")("codes.7303.words")).toContain("available balance");
  });
});

test("the browser gets the namespaces that it was promised and no other", () => {
  expect(Object.keys(pickMessages("en", ["common", "outcome", "common"]))).toEqual([
    "common",
    "outcome",
  ]);
});
