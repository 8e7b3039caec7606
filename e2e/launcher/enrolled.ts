import { execFileSync } from "node:child_process";
import path from "node:path";

import { build } from "esbuild";
import { z } from "zod";

const Noted = z.object({ secret: z.string(), recoveryCodes: z.array(z.string()) });
export type Noted = z.infer<typeof Noted>;

/** Adds a person with a second factor to a running desk; gives what the person noted down. */
export async function addEnrolled(
  desk: { readonly databaseUrl: string; readonly secret: string },
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Noted> {
  const outfile = path.resolve("node_modules/.cache/funds-desk", `enrol-${process.pid}.mjs`);
  await build({
    entryPoints: ["lib/launcher/testing/enrol.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { "server-only": "./lib/launcher/server-only.ts" },
    logLevel: "error",
  });
  const env = { DATABASE_URL: desk.databaseUrl, NEXTAUTH_SECRET: desk.secret };
  const printed = execFileSync(process.execPath, [outfile, email, password], {
    encoding: "utf8",
    env: { ...environment(), ...env },
  });
  return Noted.parse(JSON.parse(printed));
}

function environment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- a child needs the PATH of its parent
  return process.env;
}
