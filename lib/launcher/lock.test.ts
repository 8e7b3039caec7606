import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { takeLock } from "./lock";
import { birthOf, isRunning } from "./processes";

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "desk-lock-"));
  file = path.join(folder, "desk.lock");
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

test("one process at a time has the data, and the other one is told which", async () => {
  const lock = await takeLock(folder, "The desk at http://localhost:3000");
  await expect(takeLock(folder, "Another desk")).rejects.toThrow(
    `The desk at http://localhost:3000 already uses the data in ${folder} (process ${process.pid})`,
  );
  lock.release();
  const next = await takeLock(folder, "Another desk");
  next.release();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test("of many that start at once, one gets the data", async () => {
  const attempts = Array.from({ length: 8 }, () => takeLock(folder, "A desk"));
  const settled = await Promise.allSettled(attempts);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test.each([
  ["of a process that has ended", () => ({ pid: deadPid(), holder: "A desk", children: [] })],
  [
    "whose process id now belongs to another program",
    () => ({ pid: process.pid, birth: "an earlier life", holder: "A desk", children: [] }),
  ],
  ["that was cut off while it was written", () => '{"pid": 12'],
])("a lock %s is taken over", async (_, content) => {
  const left = content();
  fs.writeFileSync(file, typeof left === "string" ? left : JSON.stringify(left));
  const lock = await takeLock(folder, "The next desk");
  expect(fs.readFileSync(file, "utf8")).toContain("The next desk");
  lock.release();
});

test("the children of a killed launcher are waited for, and ended if they do not end", async () => {
  const orphan = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    stdio: "ignore",
  });
  await once(orphan, "spawn");
  const pid = orphan.pid ?? 0;
  const left = { pid: deadPid(), holder: "A desk", children: [{ pid, birth: birthOf(pid) }] };
  fs.writeFileSync(file, JSON.stringify(left));
  const lock = await takeLock(folder, "The next desk", 100);
  expect(isRunning(pid)).toBe(false);
  lock.release();
});
