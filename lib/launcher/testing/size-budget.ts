import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { z } from "zod";

import { say } from "@/lib/launcher/say";

import type { Counts } from "./counts";

/** The most JavaScript that a page may load before it can be used, as it goes over the wire. */
const budgetBytes = 230_000;

const routeStats = z
  .array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }))
  .nonempty();

/** Weighs the JavaScript of every page of the build; each page is a test. */
export function weighPages(root: string): Counts {
  const file = path.join(root, ".next/diagnostics/route-bundle-stats.json");
  const pages = routeStats.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  let failed = 0;
  for (const { route, firstLoadChunkPaths } of pages) {
    const bytes = firstLoadChunkPaths.reduce(
      (total, chunk) => total + gzippedBytes(root, chunk),
      0,
    );
    const isOver = bytes > budgetBytes;
    if (isOver) failed += 1;
    const words = isOver ? `over the ${budgetBytes / 1_000} kB that a page may have` : "";
    say(`${(bytes / 1_000).toFixed(1).padStart(8)} kB  ${route}  ${words}`.trimEnd());
  }
  return { passed: pages.length - failed, failed, skipped: 0 };
}

const known = new Map<string, number>();

function gzippedBytes(root: string, chunk: string): number {
  const bytes = known.get(chunk) ?? gzipSync(fs.readFileSync(path.join(root, chunk))).length;
  known.set(chunk, bytes);
  return bytes;
}
