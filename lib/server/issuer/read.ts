import "server-only";

import { fail, ok } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

import type { Caller, Desk } from "../desk";
import { log } from "../log";
import { openBareList, openEnvelope } from "./envelope";
import { tokenFor } from "./tokens";
import type { TokenFailure } from "./tokens";
import { send } from "./transport";
import type { Reply } from "./transport";
import { issuerUrl } from "./url";

export type ReadFailure = TokenFailure;

/**
 * Reads from the issuer with the session's own token and gives the envelope's `data`, or
 * the body itself where it is a bare list. A 401 renews the token once. Fails with `issuer-unavailable` for
 * silence, 5xx without a code and 429; with `issuer-refused` and the code (or the HTTP status) for
 * a definite answer.
 */
export async function readIssuer(
  desk: Desk,
  caller: Caller,
  path: string,
): Promise<Result<unknown, ReadFailure>> {
  const token = await tokenFor(desk, caller.sessionId);
  if (!token.ok) return token;
  let reply = await get(desk, caller, path, token.value);
  if (reply.kind === "answered" && reply.httpStatus === 401) {
    const renewed = await tokenFor(desk, caller.sessionId, token.value);
    if (!renewed.ok) return renewed;
    reply = await get(desk, caller, path, renewed.value);
  }
  if (reply.kind !== "answered") {
    log.warn({ requestId: caller.requestId, path, ...reply }, "issuer did not answer a read");
    return fail({ kind: "issuer-unavailable" });
  }
  const opened = openEnvelope(reply.text);
  const is2xx = reply.httpStatus >= 200 && reply.httpStatus < 300;
  if (is2xx && opened.says === "success") return ok(opened.data);
  const list = is2xx ? openBareList(reply.text) : null;
  if (list !== null) return ok(list);
  if (opened.code === null && (is2xx || reply.httpStatus >= 500 || reply.httpStatus === 429)) {
    log.warn({ requestId: caller.requestId, path, httpStatus: reply.httpStatus }, "issuer failed");
    return fail({ kind: "issuer-unavailable" });
  }
  const code = opened.code ?? String(reply.httpStatus);
  return fail({ kind: "issuer-refused", code, message: opened.message });
}

function get(desk: Desk, caller: Caller, path: string, token: string): Promise<Reply> {
  return send({
    url: issuerUrl(desk.issuer.url, path),
    method: "GET",
    headers: {
      authorization: `Bearer ${token}`,
      "x-request-id": caller.requestId,
      accept: "application/json",
    },
    timeoutMs: desk.issuer.timeoutMs,
  });
}
