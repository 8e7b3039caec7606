import { defineConfig } from "@playwright/test";

import { launchOptions } from "./e2e/browser";
import { nothingSet } from "./lib/launcher/testing/nothing-set";

const port = process.env["E2E_PORT"] ?? "3210";
const givenBaseUrl = process.env["E2E_BASE_URL"];
const baseURL = givenBaseUrl ?? `http://localhost:${port}`;
const LINE = /[\\/]e2e[\\/]line\.e2e\.ts$/;
const APART = [/[\\/]e2e[\\/](?:launcher|doors|logs)[\\/]/, LINE];

export default defineConfig({
  testDir: "e2e",
  projects: [
    {
      name: "browser",
      testMatch: "**/*.e2e.ts",
      testIgnore: APART,
    },
    // Stops the line of the desk that all tests share: when the others are done, and one by one.
    { name: "line", testMatch: LINE, dependencies: ["browser"], workers: 1 },
    // Knocks at every door of that desk, at those that stop the line, too.
    {
      name: "doors",
      testDir: "e2e/doors",
      testMatch: "**/*.e2e.ts",
      dependencies: ["line"],
      workers: 1,
    },
    // Reads what the desk wrote while all the others ran. Whoever asks for this one asks for all.
    { name: "logs", testDir: "e2e/logs", testMatch: "**/*.e2e.ts", dependencies: ["doors"] },
    // Starts and kills desks of its own: run apart, so that it does not slow the others down.
    { name: "launcher", testDir: "e2e/launcher", testMatch: "**/*.e2e.ts" },
  ],
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: "en-US",
    timezoneId: "America/Guatemala",
    trace: "retain-on-failure",
    launchOptions: launchOptions(),
  },
  ...(givenBaseUrl === undefined && {
    webServer: {
      command: "node lib/launcher/run.mjs start",
      url: `${baseURL}/api/health/live`,
      // The first start may have to build.
      timeout: 300_000,
      // The launcher stops its children in order and within ten seconds.
      gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
      stdout: "pipe",
      env: {
        ...nothingSet(),
        PORT: port,
        DESK_DATA_DIR: process.env["E2E_DATA_DIR"] ?? ".data/e2e",
        // The issuer's slow answer must outlast the desk's patience, and a test should not wait long for either.
        MIGO_TIMEOUT_MS: "8000",
        SANDBOX_SLOW_ANSWER_MS: "12000",
        // Long enough for a test to look first, and short enough to wait for the desk to do it.
        DESK_LOOK_PAUSES_MS: "8000,15000",
        // A person who sends again what was settled by hand waits for minutes; a test does not.
        DESK_SEND_AGAIN_AFTER_MS: "0",
        // Tests share sessions, and go on for longer than a proof is fresh for.
        DESK_STEP_UP_MINUTES: "60",
        // Two workers are the same few people at once, and faster than any.
        DESK_RATE_PER_PERSON: "20000",
        DESK_RATE_PER_ADDRESS: "60000",
        // The tests make unknown outcomes on purpose, and one of them stopping the line would stop them all.
        DESK_STOP_SHARE_PERCENT: "100",
      },
    },
  }),
});
