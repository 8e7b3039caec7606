import fs from "node:fs";
import path from "node:path";

import { build, type Plugin } from "esbuild";

import { bundled } from "@/lib/launcher/child";

import { BUGS, type Bug, type Patch } from "./bugs";

/** Bundles the desk's verbs with a bug in them; gives the path of the program. */
export async function bundleVerbs(root: string, bug: Bug): Promise<string> {
  // Beside the other bundles, from where the packages that it leaves out are found.
  const outfile = bundled(`planted-${bug.replaceAll(" ", "-")}`);
  await build({
    entryPoints: ["lib/faults/planted/verbs-server.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { "server-only": "./lib/launcher/server-only.ts" },
    absWorkingDir: root,
    logLevel: "error",
    plugins: BUGS[bug].map((patch) => patching(root, patch)),
  });
  return outfile;
}

/** Changes one file while it is read. Fails where the text to change does not stand exactly once. */
function patching(root: string, { file, from, to }: Patch): Plugin {
  const target = path.join(root, file);
  return {
    name: `patch ${file}`,
    setup(bundling) {
      bundling.onLoad({ filter: /\.ts$/ }, (loaded) => {
        if (path.resolve(loaded.path) !== target) return null;
        const parts = fs.readFileSync(target, "utf8").split(from);
        if (parts.length !== 2) throw new Error(`${file} does not hold the text to change, once.`);
        return { contents: parts.join(to), loader: "ts" };
      });
      bundling.onEnd((result) => {
        // A file that is not read is not changed, and a bug that is not planted proves nothing.
        const isRead = fs
          .readFileSync(bundling.initialOptions.outfile ?? "", "utf8")
          .includes(file);
        if (result.errors.length === 0 && !isRead) throw new Error(`${file} is not in the bundle.`);
      });
    },
  };
}
