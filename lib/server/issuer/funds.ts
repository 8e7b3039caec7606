import "server-only";

import type { Answer, Verdict } from "@/lib/domain/answer";
import { verdictOf } from "@/lib/domain/answer";
import type { FundsCall } from "@/lib/domain/funds-call";
import type { IssuerAnswer } from "@/lib/domain/journal";
import { storableText } from "@/lib/domain/text";
import { FundsReceipt } from "@/lib/wire/issuer";

import type { Actor, Desk } from "../desk";
import { log } from "../log";
import { openEnvelope } from "./envelope";
import type { Opened } from "./envelope";
import { tokenFor } from "./tokens";
import { send } from "./transport";
import type { Reply } from "./transport";
import { issuerUrl } from "./url";

const CODE_MAX = 50;
const MESSAGE_MAX = 300;
const ID_MAX = 100;

/** What became of a call: the verdict on the money, and what is put on record of the answer. */
export interface FundsOutcome {
  readonly verdict: Verdict;
  readonly answer: IssuerAnswer;
  readonly movementId: string | null;
  readonly balanceAfter: string | null;
}

/**
 * Asked right before each of the two times at which a byte may leave: whoever took the operation from
 * a sender that was slow, or asleep, must not find that it sends after all.
 */
export interface Fence {
  first(): boolean;
  again(): Promise<boolean>;
}

/**
 * Sends the call, once. It is sent a second time in one case only: a first answer of 401 is a
 * definite refusal of the credentials, so after a token refresh the money has still not moved.
 * `accessToken` is the session's own.
 */
export async function sendFunds(
  desk: Desk,
  actor: Actor,
  call: FundsCall,
  accessToken: string,
  fence: Fence,
): Promise<FundsOutcome> {
  const startedAtMs = performance.now();
  let attempts = 1;
  let reply: Reply = fence.first()
    ? await attempt(desk, actor, call, accessToken)
    : { kind: "not-sent", reason: "the operation is no longer this sender's" };
  if (isRefusedFor401(reply)) {
    const renewed = await tokenFor(desk, actor.sessionId, accessToken);
    if (renewed.ok && (await fence.again())) {
      attempts = 2;
      reply = await attempt(desk, actor, call, renewed.value);
    }
  }
  const opened = reply.kind === "answered" ? openEnvelope(reply.text) : null;
  const verdict = verdictOf(answerOf(reply, opened));
  // Not the clock of the wall: one that is set back would make a negative time, which is not recorded.
  const durationMs = Math.round(performance.now() - startedAtMs);
  const answer: IssuerAnswer = {
    httpStatus: reply.kind === "answered" ? reply.httpStatus : null,
    code: recordable(opened?.code, CODE_MAX),
    message: recordable(opened?.message, MESSAGE_MAX),
    requestId: actor.requestId,
    attempts,
    durationMs,
  };
  log.info({ ...line(actor, call), ...verdict, attempts, durationMs }, "funds call answered");
  const receipt = FundsReceipt.safeParse(opened?.data);
  return {
    verdict,
    answer,
    movementId: receipt.success ? movementIdOf(receipt.data.id) : null,
    balanceAfter: receipt.success ? (receipt.data.balance ?? null) : null,
  };
}

/** A 401 whose body claims a duplicate, or success, is no plain refusal of the credentials. */
function isRefusedFor401(reply: Reply): boolean {
  if (reply.kind !== "answered" || reply.httpStatus !== 401) return false;
  return verdictOf(answerOf(reply, openEnvelope(reply.text))).status === "refused";
}

function attempt(desk: Desk, actor: Actor, call: FundsCall, token: string): Promise<Reply> {
  return send({
    url: issuerUrl(desk.issuer.url, call.path.slice(1)),
    method: call.method,
    headers: {
      authorization: `Bearer ${token}`,
      // Shown on POST and absent from PUT in the issuer's examples; harmless where it is not asked.
      "x-application-id": desk.issuer.applicationId,
      "x-request-id": actor.requestId,
      "content-type": "application/json",
      accept: "application/json",
    },
    body: call.body,
    timeoutMs: desk.issuer.timeoutMs,
    maxBytes: 1024 * 1024,
  });
}

// What the issuer answers must always be recordable: an outcome that the database refuses is lost.
function recordable(text: string | null | undefined, max: number): string | null {
  return text == null ? null : storableText(text.slice(0, max));
}

function movementIdOf(id: string | null | undefined): string | null {
  return id != null && id.length <= ID_MAX && id === storableText(id) ? id : null;
}

function answerOf(reply: Reply, opened: Opened | null): Answer {
  if (reply.kind !== "answered" || opened === null) {
    return reply.kind === "silent" ? reply : { kind: "not-sent" };
  }
  return {
    kind: "answered",
    httpStatus: reply.httpStatus,
    envelope: opened.says,
    code: opened.code,
  };
}

function line(actor: Actor, call: FundsCall) {
  return { requestId: actor.requestId, operator: actor.operator.id, method: call.method };
}
