import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { sql } from "kysely";

import { CardId, OperationId } from "@/lib/domain/ids";
import { fundsCall } from "@/lib/domain/funds-call";
import { operationSchema } from "@/lib/domain/operation";
import type { OperationForm } from "@/lib/domain/operation";
import { bundled, startChild } from "@/lib/launcher/child";
import { ownEnvironment } from "@/lib/launcher/own-environment";
import { startPostgres } from "@/lib/launcher/postgres/postgres";
import { say } from "@/lib/launcher/say";
import { removeDataFolder } from "@/lib/launcher/testing/leftovers";
import { recordIntent } from "@/lib/server/operations/intend";
import { recordOutcome } from "@/lib/server/operations/outcome";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import type { Actor } from "@/lib/server/desk";
import { send } from "@/lib/server/issuer/transport";
import { channelForm, newOperationId, startTestDesk } from "@/lib/testing/desk";
import type { TestDesk } from "@/lib/testing/desk";

import { inParallel, row, titles } from "./measure";
import type { Measured } from "./measure";

/** How long each figure is measured, after a warm-up of a quarter of it. */
const MEASURE_MS = Number(ownEnvironment()["BENCH_MS"] ?? 8_000);
const SIMILAR_WINDOW_MS = 86_400_000;
let cardCount = 0;

// What an operation costs beside the issuer's own time: agents call the verb that the server action calls, against
// an issuer that answers at once and one that takes 200 ms. Two baselines of the same run stand beside it: the
// issuer called directly, and the database alone making the same two commits.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "desk-bench-"));
const postgres = await startPostgres({ parentDir: folder, maxConnections: 60 });
Object.assign(ownEnvironment(), { TEST_DATABASE_URL: postgres.urlOf("postgres") });
try {
  say(`Each figure over ${MEASURE_MS / 1_000} s. Latencies in milliseconds.`);
  for (const latencyMs of [0, 200]) await benchIssuer(latencyMs);
} finally {
  await postgres.stop(10_000);
  await removeDataFolder(folder);
}

async function benchIssuer(latencyMs: number): Promise<void> {
  const { url, stop } = await startIssuer(latencyMs);
  const desk = await startTestDesk(url);
  try {
    say(`\nAn issuer that answers ${latencyMs === 0 ? "at once" : `after ${latencyMs} ms`}`);
    say(titles);
    for (const agents of [1, 16]) await benchAgents(desk, url, agents);
  } finally {
    await desk.close();
    await stop();
  }
}

async function benchAgents(test: TestDesk, issuerUrl: string, agents: number): Promise<void> {
  const desk = { ...test.desk, similarWindowMs: SIMILAR_WINDOW_MS };
  const people = await Promise.all(Array.from({ length: agents }, () => test.signedIn("agent")));
  const direct = await inParallel(people, MEASURE_MS, async () => callDirectly(issuerUrl));
  const alone = await inParallel(people, MEASURE_MS, (actor) => commitTwice(test, actor));
  const before = await writesSoFar(test);
  const whole = await inParallel(people, MEASURE_MS, async (actor) => {
    const submission = { operationId: newOperationId(), cardId: nextCard(), balanceSeen: null };
    const sent = await submitOperation(desk, actor, { ...submission, form: nextForm() });
    if (!sent.ok || sent.value.status !== "applied") throw new Error(JSON.stringify(sent));
  });
  const writes = (await writesSoFar(test)) - before;
  say(row(`${agents} agents, the issuer alone`, direct));
  say(row(`${agents} agents, the database alone`, alone));
  say(row(`${agents} agents, the desk`, whole));
  sayRatios(direct, alone, whole, writes / whole.total);
}

function sayRatios(direct: Measured, alone: Measured, whole: Measured, commits: number): void {
  const added = (share: "p50Ms" | "p99Ms") => (whole[share] - direct[share]).toFixed(1);
  const part = ((100 * whole.perSecond) / alone.perSecond).toFixed(0);
  say(
    `  added p50 ${added("p50Ms")}, p99 ${added("p99Ms")}; ${commits.toFixed(2)} durable commits`,
  );
  say(`  per operation; ${part} % of the operations per second that the database alone commits\n`);
}

/** The same bytes to the same issuer by the same transport, without a journal. */
async function callDirectly(issuerUrl: string): Promise<void> {
  const call = fundsCall(CardId.parse(nextCard()), requestOf(nextForm()));
  const reply = await send({
    url: new URL(call.path, issuerUrl),
    method: call.method,
    headers: { "content-type": "application/json", authorization: "Bearer access" },
    body: call.body,
    timeoutMs: 10_000,
  });
  if (reply.kind !== "answered") throw new Error(`The issuer was ${reply.kind}.`);
}

/** The two commits of an operation and nothing else. */
async function commitTwice({ desk }: TestDesk, actor: Actor): Promise<void> {
  const operationId = OperationId.parse(newOperationId());
  const cardId = CardId.parse(nextCard());
  const request = requestOf(nextForm());
  const plain = { balanceSeen: null, goOnReason: null, resends: null, reverses: null };
  const intent = { operationId, cardId, request, fingerprint: operationId, ...plain };
  await recordIntent(desk, actor, intent, fundsCall(cardId, request));
  const answer = { httpStatus: 200, code: null, message: null, attempts: 1, durationMs: 1 };
  await recordOutcome(desk, { kind: "person", actor }, intent, {
    kind: "operation.applied",
    answer: { ...answer, requestId: randomUUID() },
    movementId: null,
    balanceAfter: null,
  });
}

function requestOf(form: OperationForm) {
  return operationSchema([]).parse(form);
}

/** A card for each operation: what is similar on one card is another bench's matter. */
function nextCard(): string {
  cardCount += 1;
  return String(100_000 + cardCount);
}

function nextForm(): OperationForm {
  return channelForm({ reference: `BENCH-${cardCount}` });
}

/** How many transactions of this server have written, which is what a durable commit takes. */
async function writesSoFar({ db }: TestDesk): Promise<number> {
  const { rows } = await sql<{ next: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(db);
  return Number(rows[0]?.next);
}

async function startIssuer(latencyMs: number) {
  const env = { ...ownEnvironment(), BENCH_LATENCY_MS: String(latencyMs) };
  const child = startChild({ words: [bundled("bench-issuer")], env });
  const port = await new Promise<number>((resolve) => {
    child.onMessage((message) => {
      if (typeof message !== "object" || message === null || !("port" in message)) return;
      resolve(Number(message.port));
    });
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => child.stop(5_000) };
}
