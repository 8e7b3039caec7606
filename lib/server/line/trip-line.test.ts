import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { connect } from "@/lib/server/db/connect";
import type { Actor, Desk } from "@/lib/server/desk";
import { checkOperation } from "@/lib/server/operations/check-operation";
import { markAbandoned } from "@/lib/server/operations/mark-abandoned";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { channelForm, newReference, startDeskWithSandbox, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";

import { listLineEvents } from "./list-line-events";
import { readLine } from "./read-line";
import { resumeLine } from "./resume-line";
import { stopLine } from "./stop-line";
import { tripLine } from "./trip-line";

const WINDOW_MS = 600_000;

let test: DeskWithSandbox;
/** Stops by itself when more than half of at least four sends end unknown. */
let desk: Desk;
let admin: Actor;
let agent: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  desk = { ...test.desk, autoStop: { sharePercent: 50, windowMs: WINDOW_MS, leastSends: 4 } };
  admin = await test.signedIn("admin");
  agent = await test.signedIn("agent");
});
afterAll(() => test.close());
beforeEach(async () => {
  await resumeLine(desk, admin, { reason: "The next test begins." });
  // Beyond the window, so that no test counts the sends of another.
  test.clock.advance(WINDOW_MS + 1_000);
});

const isStopped = async () => (await readLine(desk)).stopped !== null;
const statusOf = (result: Awaited<ReturnType<typeof submitOperation>>) =>
  result.ok ? result.value.status : result.failure.kind;

async function send(mark = "TEST", over = desk) {
  const input = submission(channelForm({ reference: newReference(mark) }));
  return { ...input, status: statusOf(await submitOperation(over, agent, input)) };
}
const sendUnknown = () => send("SBX-DROP-AFTER");

describe("the line", () => {
  it("stops by itself once more than the share of enough sends has ended unknown", async () => {
    for (let sends = 0; sends < 3; sends += 1) {
      expect((await sendUnknown()).status).toBe("unknown");
      expect(await isStopped(), `after ${sends + 1}`).toBe(false);
    }
    expect((await sendUnknown()).status).toBe("unknown");
    expect(await readLine(desk)).toEqual({
      stopped: { since: test.clock.now(), by: "Funds Desk", reason: null },
    });
    const [entry] = await listLineEvents(desk, admin, { limit: 1, offset: 0 });
    expect(entry).toMatchObject({
      at: test.clock.now(),
      by: "Funds Desk",
      event: {
        kind: "line.stopped",
        reason: null,
        share: { unknown: 4, sent: 4, windowMs: WINDOW_MS },
      },
    });
    expect((await send()).status).toBe("line-stopped");
  });

  it("goes on while no more than the share is unknown", async () => {
    for (const mark of ["TEST", "TEST", "SBX-DROP-AFTER", "SBX-DROP-AFTER"]) await send(mark);
    expect(await isStopped()).toBe(false);
    await sendUnknown();
    expect(await isStopped()).toBe(true);
  });

  it("counts refusals as sends with a known outcome", async () => {
    for (const mark of ["SBX-7303", "SBX-7303", "SBX-7303"]) await send(mark);
    for (const _ of [1, 2, 3]) await sendUnknown();
    expect(await isStopped()).toBe(false);
    await sendUnknown();
    expect(await isStopped()).toBe(true);
  });

  it("counts what has been settled since: it did end unknown", async () => {
    for (const _ of [1, 2, 3]) {
      const { operationId } = await sendUnknown();
      expect(await checkOperation(desk, agent, operationId)).toMatchObject({
        value: { status: "applied" },
      });
    }
    await sendUnknown();
    expect(await isStopped()).toBe(true);
  });

  it("does not count what is older than the window", async () => {
    for (const _ of [1, 2, 3]) await sendUnknown();
    test.clock.advance(WINDOW_MS + 1);
    await sendUnknown();
    expect(await isStopped()).toBe(false);
  });

  it("does not stop again on the same sends after it was started again", async () => {
    for (const _ of [1, 2, 3, 4]) await sendUnknown();
    expect(await isStopped()).toBe(true);
    test.clock.advance(1_000);
    await resumeLine(desk, admin, { reason: "The issuer says that it is well." });
    expect(await tripLine(desk)).toBe(false);
    test.clock.advance(1_000);
    for (const _ of [1, 2, 3]) await sendUnknown();
    expect(await isStopped()).toBe(false);
    await sendUnknown();
    expect(await isStopped()).toBe(true);
  });

  it("stops on operations whose sender is gone, too", async () => {
    for (const _ of [1, 2, 3, 4]) {
      const { operationId } = await send();
      await abandon(operationId);
    }
    expect(await isStopped()).toBe(false);
    expect(await markAbandoned(desk)).toBe(4);
    expect(await isStopped()).toBe(true);
  });

  it("is not counted on what is still on its way", async () => {
    for (const _ of [1, 2]) await abandon((await send()).operationId);
    for (const _ of [1, 2, 3]) await sendUnknown();
    expect(await isStopped()).toBe(false);
    await markAbandoned(desk);
  });

  it("is stopped once, by however many instances see it at the same moment", async () => {
    const watcher = { ...desk, autoStop: { ...desk.autoStop, sharePercent: 100 } };
    for (const _ of [1, 2, 3, 4]) await send("SBX-DROP-AFTER", watcher);
    const other = { ...desk, db: connect(test.databaseUrl) };
    const trips = await Promise.all([desk, other, desk, other].map((one) => tripLine(one)));
    await other.db.destroy();
    expect(trips.filter(Boolean)).toHaveLength(1);
  });

  it("that an administrator has stopped keeps the administrator's reason", async () => {
    const watcher = { ...desk, autoStop: { ...desk.autoStop, sharePercent: 100 } };
    for (const _ of [1, 2, 3, 4]) await send("SBX-DROP-AFTER", watcher);
    await stopLine(desk, admin, { reason: "Maintenance" });
    expect(await tripLine(desk)).toBe(false);
    expect((await readLine(desk)).stopped?.reason).toBe("Maintenance");
  });

  it("never stops by itself at 100 percent", async () => {
    const never = { ...desk, autoStop: { ...desk.autoStop, sharePercent: 100 } };
    for (const _ of [1, 2, 3, 4, 5]) await send("SBX-DROP-AFTER", never);
    expect(await isStopped()).toBe(false);
  });

  it("costs no operation its outcome when the count fails", async () => {
    const away = connect(test.databaseUrl);
    await away.destroy();
    expect(await tripLine({ ...desk, db: away })).toBe(false);
  });
});

/** Puts an operation back to where it was before its answer came, with a lease that has run out. */
async function abandon(operationId: string): Promise<void> {
  await test.db
    .updateTable("operations")
    .set({ status: "intended", lease_until: new Date(0), outcome_at: null, movement_id: null })
    .where("id", "=", operationId)
    .execute();
}
