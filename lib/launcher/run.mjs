// Runs one of the launcher's commands: node lib/launcher/run.mjs start
//
// The only plain JavaScript of the project: Node cannot run TypeScript by itself, so this file bundles the command
// with esbuild (about 0.1 s) and then runs it. The bundles lie in node_modules/.cache, from where the packages that
// they leave out are found whatever the data folder is.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const self = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(self), "../..");
const outdir = path.join(root, "node_modules", ".cache", "funds-desk");

/** Programs that the commands start as processes of their own, found beside the command's own bundle. */
const children = {
  follow: "lib/launcher/follow.ts",
  prepare: "lib/launcher/prepare.ts",
  sandbox: "lib/sandbox/main.ts",
  "bench-issuer": "lib/bench/issuer.ts",
};
const commands = {
  start: "lib/launcher/start.ts",
  dev: "lib/launcher/start.ts",
  build: "lib/launcher/build-command.ts",
  operator: "lib/launcher/operator.ts",
  test: "lib/launcher/testing/run-all.ts",
  "bench-start": "lib/launcher/bench-start.ts",
  "bench-operations": "lib/bench/operations.ts",
  faults: "lib/faults/main.ts",
};

const [command = "", ...words] = process.argv.slice(2);
if (command === "--bundle") {
  await bundle(words[0]);
} else if (Object.hasOwn(commands, command)) {
  process.chdir(root);
  // Bundling leaves 30 MB behind in the process that does it: the launcher stays as long as the desk runs.
  const bundling = spawnSync(process.execPath, [self, "--bundle", command], { stdio: "inherit" });
  if (bundling.status !== 0) process.exit(1);
  // The command sees its own name and words, as if it had been called by itself.
  process.argv = [process.argv[0], command, ...words];
  await import(pathToFileURL(path.join(outdir, `${command}.mjs`)).href);
} else {
  process.stderr.write(`Say one of: ${Object.keys(commands).join(", ")}.\n`);
  process.exit(1);
}

async function bundle(name) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: { [name]: commands[name], ...children },
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
  process.exit(0);
}

/** Another command may be reading the file at this moment: it sees the old one or the new one, never a half. */
function replace(file, contents) {
  if (fs.existsSync(file) && fs.readFileSync(file).equals(contents)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, contents);
  fs.renameSync(unfinished, file);
}
