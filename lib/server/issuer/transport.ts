import "server-only";

import http from "node:http";
import https from "node:https";

export interface IssuerRequest {
  readonly url: URL;
  readonly method: "GET" | "POST" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly maxBytes?: number;
}

export type Reply =
  | { readonly kind: "not-sent"; readonly reason: string }
  | { readonly kind: "silent"; readonly cause: "timeout" | "connection-lost" }
  | { readonly kind: "answered"; readonly httpStatus: number; readonly text: string };

const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;

/**
 * Sends one request to the issuer, once. There is no retry, no redirect and no reused connection
 * here, on purpose: clients that repeat `PUT` by themselves would move money twice, and a kept-alive
 * connection that died unnoticed would make an unknown outcome of a request that never left.
 *
 * `not-sent` only when the connection was never made, so that not a byte can have arrived.
 */
export function send(request: IssuerRequest): Promise<Reply> {
  return new Promise((resolve) => attempt(request, resolve));
}

function attempt(request: IssuerRequest, resolve: (reply: Reply) => void): void {
  let isConnected = false;
  const isTls = request.url.protocol === "https:";
  const client = isTls ? https : http;
  const outgoing = client.request(request.url, {
    method: request.method,
    headers: withLength(request),
    agent: false,
  });
  const deadline = setTimeout(() => finish(silence("timeout")), request.timeoutMs);

  function silence(cause: "timeout" | "connection-lost"): Reply {
    return isConnected ? { kind: "silent", cause } : { kind: "not-sent", reason: cause };
  }
  function finish(reply: Reply): void {
    clearTimeout(deadline);
    resolve(reply);
    outgoing.destroy();
  }

  outgoing.on("socket", (socket) => {
    socket.once(isTls ? "secureConnect" : "connect", () => {
      isConnected = true;
    });
  });
  outgoing.on("error", (error: NodeJS.ErrnoException) => {
    finish(
      isConnected ? silence("connection-lost") : { kind: "not-sent", reason: reasonOf(error) },
    );
  });
  outgoing.on("response", (response) => {
    readText(response, request.maxBytes ?? DEFAULT_MAX_BYTES).then(
      (text) => finish({ kind: "answered", httpStatus: response.statusCode ?? 0, text }),
      () => finish(silence("connection-lost")),
    );
  });
  outgoing.end(request.body);
}

function withLength(request: IssuerRequest): Record<string, string> {
  if (request.body === undefined) return { ...request.headers };
  return { ...request.headers, "content-length": String(Buffer.byteLength(request.body)) };
}

async function readText(response: http.IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // An aborted response ends this loop with an error, so half an answer never counts as one.
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError("A response without encoding gives buffers.");
    size += chunk.length;
    if (size > maxBytes) throw new Error("The answer is larger than the desk reads.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code ?? "connection failed";
}
