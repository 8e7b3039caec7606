import { randomUUID } from "node:crypto";
import http from "node:http";

import { z } from "zod";

import { OperationId, SessionId } from "@/lib/domain/ids";
import { ownEnvironment } from "@/lib/launcher/own-environment";
import { signIn } from "@/lib/server/auth/sign-in";
import { standingOf } from "@/lib/server/auth/standing";
import { boot } from "@/lib/server/boot";
import { desk, type Origin } from "@/lib/server/desk";
import { checkOperation } from "@/lib/server/operations/check-operation";
import { confirmProposal } from "@/lib/server/operations/confirm-proposal";
import { readOperation } from "@/lib/server/operations/read-operation";
import { sendAgain } from "@/lib/server/operations/send-again";
import { submitOperation } from "@/lib/server/operations/submit-operation";

// A desk without its pages: the verbs, and what a server process does beside them. It takes the place of the Next
// server where a bug is planted in the verbs, which the production build of this source does not have.

const Call = z.object({ session: SessionId, input: z.unknown() });

await boot();
http
  .createServer((request, response) => {
    void answer(request).then(
      (value) => response.end(JSON.stringify(value)),
      // As Next does for an exception: no words, and no answer of the verb.
      () => response.writeHead(500).end(),
    );
  })
  .listen(Number(ownEnvironment()["PORT"]), "127.0.0.1");

async function answer(request: http.IncomingMessage): Promise<unknown> {
  if (request.url === "/api/health/live") return {};
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  if (request.url === "/sign-in") {
    const opened = await signIn(desk(), here(), body);
    return { session: opened.ok ? opened.value : null };
  }
  const { session, input } = Call.parse(body);
  const standing = await standingOf(desk(), { sessionId: session, generation: 0 }, here());
  if (standing.kind !== "active") return { ok: false, failure: { kind: "signed-out" } };
  const { actor } = standing;
  if (request.url === "/submit") return submitOperation(desk(), actor, input);
  if (request.url === "/check") return checkOperation(desk(), actor, input);
  if (request.url === "/confirm") return confirmProposal(desk(), actor, input);
  if (request.url === "/send-again") return sendAgain(desk(), actor, input);
  const story = await readOperation(desk(), actor, OperationId.parse(input));
  return { status: story.ok ? story.value.operation.status : null };
}

function here(): Origin {
  return { address: "127.0.0.1", userAgent: null, requestId: randomUUID() };
}
