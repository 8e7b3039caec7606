import { build } from "esbuild";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createDatabase, MERCHANT, PUBLIC_KEY, type TestDatabase } from "./testing";

const root = path.resolve(import.meta.dirname, "../..");
// Inside the project, so that plain node finds its packages.
const program = path.join(root, `node_modules/.cache/sandbox-main-${process.pid}.mjs`);

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
  await build({
    entryPoints: [path.join(import.meta.dirname, "main.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": root },
  });
});
afterAll(async () => {
  await rm(program, { force: true });
  await database.drop();
});

function start(env: Record<string, string>): ChildProcess {
  return fork(program, [], {
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

function environment(): Record<string, string> {
  return {
    DATABASE_URL: database.url,
    SANDBOX_PUBLIC_KEY: PUBLIC_KEY,
    SANDBOX_MERCHANT: MERCHANT,
    SANDBOX_SEED: "small",
  };
}

describe("the program", () => {
  test.each(["SIGTERM", "SIGINT", "disconnect"] as const)(
    "says when it is ready and ends in order on %s",
    async (end) => {
      const child = start(environment());
      const [message] = await once(child, "message");
      expect(message).toEqual({
        ready: true,
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/),
      });
      expect((await fetch(`${message.url}/health`)).status).toBe(200);
      if (end === "disconnect") child.disconnect();
      else child.kill(end);
      expect(await once(child, "exit")).toEqual([0, null]);
    },
  );

  test("names the variable that is missing", async () => {
    const child = start({ ...environment(), SANDBOX_MERCHANT: "" });
    let said = "";
    child.stderr?.on("data", (chunk) => (said += String(chunk)));
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(said).toContain("SANDBOX_MERCHANT");
  });
});
