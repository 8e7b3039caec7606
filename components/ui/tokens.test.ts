import { describe, expect, test } from "vitest";

import { themes } from "@/tailwind.config";
import type { Role } from "@/tailwind.config";

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const SURFACES = ["surface", "surface-raised", "surface-sunken"] as const;
const OUTCOMES = ["applied", "refused", "unknown", "awaiting"] as const;

const textPairs: [Role, Role][] = [
  ...SURFACES.flatMap((surface): [Role, Role][] => [
    ["ink", surface],
    ["ink-soft", surface],
    ["accent", surface],
    ...OUTCOMES.map((outcome): [Role, Role] => [outcome, surface]),
  ]),
  ...OUTCOMES.flatMap((outcome): [Role, Role][] => [
    [outcome, `${outcome}-soft`],
    ["ink", `${outcome}-soft`],
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["accent", "accent-soft"],
  ["ink", "accent-soft"],
  ["ink-soft", "accent-soft"],
  ["surface-raised", "refused"],
  ["sandbox", "sandbox-soft"],
  ["sandbox", "sandbox-stripe"],
];

const controlPairs: [Role, Role][] = SURFACES.flatMap((surface): [Role, Role][] => [
  ["line-strong", surface],
  ["accent", surface],
  ["refused", surface],
]);

describe.each(Object.entries(themes))("in the %s theme", (_, theme) => {
  test.each(textPairs)("text %s on %s has a contrast of at least 4.5", (text, ground) => {
    expect(contrast(theme[text], theme[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(controlPairs)("a control's %s on %s has a contrast of at least 3", (line, ground) => {
    expect(contrast(theme[line], theme[ground])).toBeGreaterThanOrEqual(3);
  });
});

test("the contrast of black on white is 21", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});
