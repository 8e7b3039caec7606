import { expect, test } from "vitest";

import { actionValue } from "./flight";

const HEAD = '0:{"a":"$@1","f":"","b":"build"}\n';

test("the value of an action is read from the row that the first one names", () => {
  expect(actionValue(`${HEAD}1:{"ok":true,"value":{"status":"applied"}}\n`)).toEqual({
    ok: true,
    value: { status: "applied" },
  });
});

test("an action that threw has no value", () => {
  expect(actionValue(`${HEAD}1:E{"digest":"123"}\n`)).toBeUndefined();
});

test.each([HEAD, `${HEAD}1:{"ok":tr`, HEAD.slice(0, 12), "", "<!DOCTYPE html><html></html>"])(
  "an answer that is cut off or is none has no value: %j",
  (stream) => {
    expect(actionValue(stream)).toBeUndefined();
  },
);
