import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { connect } from "./db/connect";
import { readiness } from "./health";

let test: TestDesk;
beforeAll(async () => {
  test = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => test.close());

const apartMs = (ms: number) => ({ db: test.db, now: () => new Date(Date.now() + ms) });

describe("a process", () => {
  it("is ready when the database answers and has the same time", async () => {
    expect(await readiness(apartMs(0))).toBe("ready");
  });

  it.each([60_000, -60_000])("is not ready with a clock that is %i ms apart", async (ms) => {
    expect(await readiness(apartMs(ms))).toBe("clock differs");
  });

  it("is not ready without a database", async () => {
    const nowhere = connect("postgres://desk@127.0.0.1:9/desk");
    expect(await readiness({ db: nowhere, now: () => new Date() })).toBe("no database");
    await nowhere.destroy();
  });
});
