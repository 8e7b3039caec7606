import { expect, test } from "vitest";

import { PAGE_SIZE, pageOf, readPage, windowOf } from "./page-number";

test.each([
  ["1", 1],
  ["17", 17],
  ["9999", 1000],
])("page %s of an address is page %d", (asked, page) => {
  expect(readPage(asked)).toBe(page);
});

test.each([undefined, "", "0", "-1", "1.5", "1e9", "99999", ["2", "3"]])(
  "what is no page (%j) is the first",
  (asked) => {
    expect(readPage(asked)).toBe(1);
  },
);

test("the row beyond a page says that there is another, and is not shown", () => {
  const rows = Array.from({ length: PAGE_SIZE + 1 }, (_, index) => index);
  expect(pageOf(rows)).toEqual({ rows: rows.slice(0, PAGE_SIZE), hasNext: true });
  expect(pageOf(rows.slice(1))).toEqual({ rows: rows.slice(1), hasNext: false });
});

test("the second page begins where the first ended", () => {
  expect(windowOf(1).offset).toBe(0);
  expect(windowOf(2)).toEqual({ limit: PAGE_SIZE + 1, offset: PAGE_SIZE });
});
