// Runs one of the launcher's commands: node lib/launcher/run.mjs start
//
// The only plain JavaScript of the project: Node cannot run TypeScript by itself, so this file bundles the command
// with esbuild (about 0.1 s) and then runs it. The bundles lie in node_modules/.cache, from where the packages that
// they leave out are found whatever the data folder is.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { buildSync } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const outdir = path.join(root, "node_modules", ".cache", "funds-desk");

/** Programs that the commands start as processes of their own, found beside the command's own bundle. */
const children = {
  follow: "lib/launcher/follow.ts",
  prepare: "lib/launcher/prepare.ts",
  sandbox: "lib/sandbox/main.ts",
};
const commands = {
  start: "lib/launcher/start.ts",
  dev: "lib/launcher/start.ts",
  build: "lib/launcher/build-command.ts",
  operator: "lib/launcher/operator.ts",
  test: "lib/launcher/test/run-all.ts",
  "bench-start": "lib/launcher/bench-start.ts",
};

const [command = "", ...words] = process.argv.slice(2);
if (!Object.hasOwn(commands, command)) {
  process.stderr.write(`Say one of: ${Object.keys(commands).join(", ")}.\n`);
  process.exit(1);
}
process.chdir(root);
bundle({ [command]: commands[command], ...children });
// The command sees its own name and words, as if it had been called by itself.
process.argv = [process.argv[0], command, ...words];
await import(pathToFileURL(path.join(outdir, `${command}.mjs`)).href);

function bundle(entryPoints) {
  const { outputFiles } = buildSync({
    entryPoints,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    // The package throws outside Next's server bundles; these are server programs, too.
    alias: { "server-only": "./lib/launcher/server-only.ts" },
    absWorkingDir: root,
    logLevel: "error",
    write: false,
  });
  for (const file of outputFiles) replace(file.path, file.contents);
}

/** Another command may be reading the file at this moment: it sees the old one or the new one, never a half. */
function replace(file, contents) {
  if (fs.existsSync(file) && fs.readFileSync(file).equals(contents)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, contents);
  fs.renameSync(unfinished, file);
}
