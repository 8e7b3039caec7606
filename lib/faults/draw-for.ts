import { createHash } from "node:crypto";

import { startDraw, type Draw } from "@/lib/sandbox/draw";

/**
 * Draws of their own for each purpose: what one part of a run draws more or less often shifts nothing in
 * another, so that a seed means the same run after a part was changed.
 */
export function drawFor(seed: number, ...purpose: readonly (string | number)[]): Draw {
  const digest = createHash("sha256")
    .update([seed, ...purpose].join("/"))
    .digest();
  const draw = startDraw(digest.readUInt32LE());
  // The first numbers of a small state are small.
  draw.whole(0, 1);
  return draw;
}

/** True in this many of a hundred cases. */
export function isOneOf100(draw: Draw, cases: number): boolean {
  return draw.whole(1, 100) <= cases;
}
