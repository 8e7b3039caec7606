import { expect, test } from "vitest";

import { filterQuery, isSameFilter, readFilter } from "./month-filter";

test("a filter comes back from its address", () => {
  const filter = { text: "ATM & co", flow: "out" } as const;
  expect(readFilter(filterQuery(filter))).toEqual(filter);
});

test.each([[{}], [{ q: ["a", "b"], direction: "sideways" }], [{ q: "", direction: "" }]])(
  "an address that asks for nothing sensible (%j) filters nothing",
  (query) => {
    expect(readFilter(query)).toEqual({ text: "", flow: "all" });
  },
);

test("a whole card number is neither taken from an address nor written into one", () => {
  expect(readFilter({ q: "4111 1111 1111 1111" }).text).toBe("");
  expect(filterQuery({ text: "4111111111111111", flow: "in" })).toEqual({ direction: "in" });
});

test("a filter that differs in spaces around it is the same", () => {
  expect(isSameFilter({ text: " a ", flow: "all" }, { text: "a", flow: "all" })).toBe(true);
  expect(isSameFilter({ text: "a", flow: "in" }, { text: "a", flow: "all" })).toBe(false);
});
