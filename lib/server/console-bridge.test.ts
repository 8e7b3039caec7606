import { expect, test } from "vitest";

import { bridgeConsole } from "./console-bridge";
import { makeLog } from "./log";

test("what packages print becomes lines of the log, without what they were given", () => {
  const lines: unknown[] = [];
  const silent = (..._said: unknown[]): void => {};
  const spoken = { error: silent, warn: silent, log: silent };
  bridgeConsole(spoken, makeLog({ write: (line) => void lines.push(JSON.parse(line)) }));

  spoken.error("\u001b[31mboom\u001b[39m", new Error('no such person "Marta"'));
  spoken.warn("careful with 'secret words'");
  spoken.log({ password: "x" });

  expect(lines).toMatchObject([
    { level: 50, from: "console", msg: "boom", err: { type: "Error", words: "no such person …" } },
    { level: 40, from: "console", msg: "careful with …" },
  ]);
  expect(lines).toHaveLength(2);
});

test("a line that somebody filled with secrets loses them at the last moment", () => {
  const lines: string[] = [];
  const written = makeLog({ write: (line) => void lines.push(line) });
  written.info({ cookie: "desk-session=abc", header: "Bearer xyz.abc" }, "4111 1111 1111 1111");
  expect(lines.join("")).not.toMatch(/abc|xyz|4111/);
  expect(lines.map((line): unknown => JSON.parse(line))).toHaveLength(1);
});

test("a line break in a message does not begin another line", () => {
  const lines: string[] = [];
  makeLog({ write: (line) => void lines.push(line) }).info({ what: "a\n{}\r\n" }, "b\n{}");
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd().split(/[\r\n]/)).toHaveLength(1);
});
