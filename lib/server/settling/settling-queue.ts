import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import { OperationId } from "@/lib/domain/ids";

import type { Desk } from "../desk";
import { SERVICE_SESSION } from "../issuer/service-session";
import { log } from "../log";
import { dueForALook, lookWhenDue } from "../operations/look-when-due";
import { openQueue, QUEUE } from "./queue-database";

/** Looks that nobody has to ask for, shared out over the instances by a queue in the database. */
export interface SettlingQueue {
  /** Puts every operation whose look is due into the queue; one that is in it already is left alone. */
  enqueueDue(): Promise<void>;
  stop(): Promise<void>;
}

/** At once per instance: a long line of unknowns must not become a storm of reads at the issuer. */
const LOOKS_AT_ONCE = 4;
const ENQUEUED_AT_ONCE = 100;
const POLL_SECONDS = 1;

const Job = z.object({ operationId: OperationId });

/**
 * Starts this instance's part in the background settling. The queue only says that somebody should
 * look: whether a look is due, and who makes it, is decided on the operation's own row, so a job that
 * comes twice, late or never does no harm. Throws when the database cannot be reached.
 */
export async function startSettling(desk: Desk, databaseUrl: string): Promise<SettlingQueue> {
  const { boss, close } = openQueue(databaseUrl, { migrate: false });
  try {
    await boss.start();
  } catch (error) {
    await close();
    throw error;
  }
  const worker = await boss.work(
    QUEUE,
    { batchSize: LOOKS_AT_ONCE, pollingIntervalSeconds: POLL_SECONDS },
    async (jobs) => {
      await Promise.all(jobs.map(({ data }) => look(desk, data)));
      // Behind a full batch there is a line: after an outage of the issuer a thousand must not wait a
      // second for every four.
      if (jobs.length === LOOKS_AT_ONCE) boss.notifyWorker(worker);
    },
  );
  return {
    async enqueueDue() {
      const due = await dueForALook(desk, ENQUEUED_AT_ONCE);
      if (due.length === 0) return;
      await boss.insert(
        due.map((operationId) => ({
          name: QUEUE,
          data: { operationId },
          singletonKey: operationId,
          retryLimit: 0,
        })),
      );
    },
    stop: close,
  };
}

async function look(desk: Desk, data: unknown): Promise<void> {
  const { operationId } = Job.parse(data);
  const caller = { sessionId: SERVICE_SESSION, requestId: randomUUID() };
  try {
    const looked = await lookWhenDue(desk, caller, operationId);
    const line = { operationId, requestId: caller.requestId };
    if (!looked.ok) log.warn({ ...line, failure: looked.failure.kind }, "look failed");
    else if (looked.value !== null) log.info({ ...line, status: looked.value }, "looked");
  } catch (error) {
    // One look that breaks must not take the others of its batch with it; its turn comes again.
    const reason = error instanceof Error ? error.message : "unknown";
    log.error({ operationId, reason }, "look broke");
  }
}
