import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { OperatorId } from "@/lib/domain/ids";
import { connect } from "@/lib/server/db/connect";
import { startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { addressKey, spendRate, sweepRates } from "./rates";
import type { RateKey } from "./rates";

let started: TestDesk;

beforeAll(async () => {
  started = await startTestDesk("http://127.0.0.1:9");
});
afterAll(() => started.close());

const PER_MINUTE = 6;
let people = 0;
function newPerson(): RateKey {
  people += 1;
  const id = OperatorId.parse(`00000000-0000-4000-8000-${String(people).padStart(12, "0")}`);
  return `person:${id}`;
}
const spend = (key: RateKey, desk = started.desk) => spendRate(desk, key, PER_MINUTE);
async function spendAll(key: RateKey) {
  for (let request = 0; request < PER_MINUTE; request += 1) expect(await spend(key)).toBeNull();
}

describe("an allowance for a minute", () => {
  test("is spent, and then says when to come again", async () => {
    const key = newPerson();
    await spendAll(key);
    expect(await spend(key)).toEqual({ retryAfterMs: 10_000 });
  });

  test("fills up evenly: a sixth of a minute brings one of six back, and no more", async () => {
    const key = newPerson();
    await spendAll(key);
    started.clock.advance(10_000);
    expect(await spend(key)).toBeNull();
    expect(await spend(key)).not.toBeNull();
  });

  test("does not come later for who goes on asking", async () => {
    const key = newPerson();
    await spendAll(key);
    for (let request = 0; request < 20; request += 1) await spend(key);
    started.clock.advance(10_000);
    expect(await spend(key)).toBeNull();
  });

  test("is never more than a minute's, however long nothing was asked", async () => {
    const key = newPerson();
    await spendAll(key);
    started.clock.advance(86_400_000);
    await spendAll(key);
    expect(await spend(key)).not.toBeNull();
  });

  test("is each one's own", async () => {
    await spendAll(newPerson());
    expect(await spend(newPerson())).toBeNull();
  });

  test.each([7, 59, 600])("of %i is exactly that many", async (perMinute) => {
    const key = newPerson();
    const spend = () => spendRate(started.desk, key, perMinute);
    for (let request = 0; request < perMinute; request += 1) expect(await spend()).toBeNull();
    expect(await spend()).not.toBeNull();
  });
});

describe("several instances", () => {
  test("share it: of many at once, exactly as many pass as one may", async () => {
    const other = connect(started.databaseUrl);
    const instances = [started.desk, { ...started.desk, db: other }];
    const key = newPerson();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, request) => spend(key, instances[request % 2])),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(PER_MINUTE);
    await other.destroy();
  });
});

test("a database that is away lets people through", async () => {
  const away = connect("postgres://nobody@127.0.0.1:9/none");
  const desk = { ...started.desk, db: away };
  const key = newPerson();
  for (let request = 0; request < PER_MINUTE * 2; request += 1) {
    expect(await spend(key, desk)).toBeNull();
  }
  await away.destroy();
});

test("whoever has their whole allowance needs no row", async () => {
  const resting = newPerson();
  await spend(resting);
  started.clock.advance(60_001);
  const busy = newPerson();
  await spend(busy);
  await sweepRates(started.desk);
  const rows = await started.desk.db
    .selectFrom("rates")
    .select("key")
    .where("key", "in", [resting, busy])
    .execute();
  expect(rows).toEqual([{ key: busy }]);
});

describe("an address", () => {
  test.each([
    ["192.0.2.7", "address:192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "address:2001:db8:1:2::/64"],
    ["2001:db8:1:2::6", "address:2001:db8:1:2::/64"],
    ["2001:db8::6", "address:2001:db8:0:0::/64"],
    ["::1", "address:0:0:0:0::/64"],
    ["unknown", "address:unknown"],
  ])("%s counts as %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
