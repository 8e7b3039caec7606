import { expect, test } from "vitest";

import { toCsv } from "./csv";

const BOM = "\uFEFF";

test("cells are quoted, and quotes within them doubled", () => {
  expect(
    toCsv([
      ["a", 'b "c", d'],
      ["", "línea\nnueva"],
    ]),
  ).toBe(`${BOM}"a","b ""c"", d"\r\n"","línea\nnueva"\r\n`);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1"])(
  "%j is no formula in a spreadsheet",
  (text) => {
    expect(toCsv([[text]])).toBe(`${BOM}"'${text}"\r\n`);
  },
);
