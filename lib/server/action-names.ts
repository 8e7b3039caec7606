import "server-only";

import fs from "node:fs";
import path from "node:path";

import { z } from "zod";

import { log } from "./log";

const Manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

declare global {
  // Next instantiates a module once per layer: a memo in the module would be several.
  var fundsDeskActionNames: ReadonlyMap<string, string> | undefined;
}

/**
 * The name of the server action that the build gave this id, for the log; null for an id that no
 * action has. The functions themselves have no names left when they are built.
 */
export function actionName(id: string | null): string | null {
  globalThis.fundsDeskActionNames ??= readNames(".next/server/server-reference-manifest.json");
  return id === null ? null : (globalThis.fundsDeskActionNames.get(id) ?? null);
}

function readNames(file: string): ReadonlyMap<string, string> {
  try {
    const { node } = Manifest.parse(JSON.parse(fs.readFileSync(path.resolve(file), "utf8")));
    return new Map(Object.entries(node).map(([id, { exportedName }]) => [id, exportedName]));
  } catch (error) {
    // Hot reload has no such file; the log can do without names, and the desk without this log.
    log.debug({ err: error }, "no names of actions");
    return new Map();
  }
}
