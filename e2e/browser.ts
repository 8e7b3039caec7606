// Finds a browser for the tests, or installs one.
//
// Playwright looks for its own download only, which needs a network that is not everywhere. So, in this order:
// E2E_BROWSER (a path) · Playwright's own · a Chromium of the system · when it may install: Playwright's download, then
// the distribution's package. Of the system's, the headless shell is first: it needs half the time and processor.
import { spawnSync } from "node:child_process";
import dns from "node:dns/promises";
import fs from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";

const programs = [
  "chromium-headless-shell",
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
];
const usualPaths = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
// The tests' own settings are no part of the desk's configuration.
// oxlint-disable-next-line node/no-process-env
const environment = process.env;
const downloadHost = "cdn.playwright.dev";

export type Browser = {
  readonly path: string;
  readonly source: "E2E_BROWSER" | "Playwright" | "system";
};

/** The browser that the tests will use; undefined when there is none. */
export function findBrowser(): Browser | undefined {
  const named = environment["E2E_BROWSER"];
  if (named) {
    if (fs.existsSync(named)) return { path: named, source: "E2E_BROWSER" };
    throw new Error(`E2E_BROWSER names ${named}, which does not exist.`);
  }
  const own = chromium.executablePath();
  if (fs.existsSync(own)) return { path: own, source: "Playwright" };
  const folders = (environment["PATH"] ?? "").split(path.delimiter);
  const onPath = programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = [...onPath, ...usualPaths].find((file) => fs.existsSync(file) && answers(file));
  return found === undefined ? undefined : { path: found, source: "system" };
}

/** What playwright.config.ts gives to Playwright. Without a browser, Playwright says itself what is missing. */
export function launchOptions(): { executablePath?: string } {
  const browser = findBrowser();
  return browser === undefined || browser.source === "Playwright"
    ? {}
    : { executablePath: browser.path };
}

/** Ubuntu's chromium-browser is a stub that only says how to get the real one. */
function answers(file: string): boolean {
  // On Windows the question would open a window.
  if (process.platform === "win32") return true;
  return spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
}

/** Finds a browser, installing one if there is none; undefined when that did not work either. */
export async function installBrowser(): Promise<Browser | undefined> {
  const present = findBrowser();
  if (present) return present;
  if (await resolves(downloadHost)) {
    const words = ["install", "chromium"];
    if (process.platform === "linux" && isRoot()) words.push("--with-deps");
    run(process.execPath, [path.resolve("node_modules/@playwright/test/cli.js"), ...words]);
    const downloaded = findBrowser();
    if (downloaded) return downloaded;
  }
  if (isRoot() && fs.existsSync("/etc/debian_version")) {
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-q"], quiet);
    const options = ["-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"];
    run("apt-get", ["install", ...options, "chromium-headless-shell"], quiet);
  }
  return findBrowser();
}

/** What to say when there is none. */
export const noBrowser =
  "No browser for the tests. Install Chromium or Chrome, or run `npx playwright install chromium`, " +
  "or name a Chromium in E2E_BROWSER.";

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function run(program: string, words: readonly string[], variables: Record<string, string> = {}) {
  process.stdout.write(`${path.basename(program)} ${words.join(" ")}\n`);
  spawnSync(program, words, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...environment, ...variables },
  });
}

/** Behind a closed network Playwright's download would try five times before it gives up. */
async function resolves(host: string): Promise<boolean> {
  return dns.lookup(host).then(
    () => true,
    () => false,
  );
}
