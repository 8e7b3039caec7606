import fs from "node:fs";

import { defineConfig } from "@playwright/test";

import { launchOptions } from "./e2e/browser";

const port = process.env["E2E_PORT"] ?? "3210";
const givenBaseUrl = process.env["E2E_BASE_URL"];
const baseURL = givenBaseUrl ?? `http://localhost:${port}`;

// A developer's .env must not lead the tests to a real issuer or a real database: every variable that it may hold is
// set to nothing first. The names come from the file that lists them all.
const variables = fs.readFileSync(".env.example", "utf8").matchAll(/^# ([A-Z_]+)=/gm);
const nothingSet = Object.fromEntries([...variables].map(([, name = ""]) => [name, ""]));

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
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
        ...nothingSet,
        PORT: port,
        DESK_DATA_DIR: process.env["E2E_DATA_DIR"] ?? ".data/e2e",
        // The issuer's slow answer must outlast the desk's patience, and a test should not wait long for either.
        MIGO_TIMEOUT_MS: "5000",
        SANDBOX_SLOW_ANSWER_MS: "8000",
      },
    },
  }),
});
