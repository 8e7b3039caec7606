import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { z } from "zod";

import { type Answer, failureAnswer, refusalAnswer } from "./answer";
import { refuse } from "./catalogue";
import { noCounts } from "./counts";
import { openPool, type Report, withClient } from "./database";
import { SandboxOptions } from "./options";
import { answerCall, type Desk } from "./routes";
import { prepareSchema } from "./schema";

export interface Sandbox {
  /** Such as `http://127.0.0.1:41237`, without a slash at the end. */
  readonly url: string;
  /** Cuts what is open, lets a movement that is being written finish, and closes the pool. */
  close(): Promise<void>;
}

export type StartOptions = z.input<typeof SandboxOptions> & {
  /** The clock of tokens, movements and of the seed. */
  readonly now?: () => Date;
  /** Told what went wrong inside; without it nobody is. */
  readonly report?: Report;
};

/** A funds body is a few hundred bytes; more than this is no request of the contract. */
const MAX_BODY_BYTES = 64 * 1024;

/**
 * Starts the stand-in issuer on 127.0.0.1 over the database given, making and seeding its schema where
 * it is missing. Throws for malformed options, an unreachable database and a port that is taken.
 */
export async function startSandbox({
  now = () => new Date(),
  report = () => {},
  ...given
}: StartOptions): Promise<Sandbox> {
  const options = SandboxOptions.parse(given);
  await withClient(options.databaseUrl, report, (client) =>
    prepareSchema(client, options.seed, now()),
  );
  const pool = openPool(options.databaseUrl, report);
  const closing = new AbortController();
  const desk: Desk = { pool, options, now, counts: noCounts(), closing: closing.signal };
  const running = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = serve(desk, report, request, response).finally(() => running.delete(work));
    running.add(work);
  });
  try {
    server.listen(options.port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    await pool.end();
    throw error;
  }
  let closed: Promise<void> | undefined;
  const shut = async (): Promise<void> => {
    closing.abort();
    const ended = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await Promise.all([ended, ...running]);
    await pool.end();
  };
  return { url: urlOf(server), close: () => (closed ??= shut()) };
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

/** One request from its first byte to its answer. Never rejects. */
async function serve(
  desk: Desk,
  report: Report,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    send(response, await answerRequest(desk, request));
  } catch (error) {
    if (desk.closing.aborted || request.destroyed) {
      response.destroy();
      return;
    }
    report(`${request.method} ${request.url} could not be answered.`, error);
    // Without a business code: a commit may have been lost half-way, so nothing may be promised.
    send(response, failureAnswer(desk.options.envelope, 500, "Internal server error"));
  }
}

async function answerRequest(desk: Desk, request: IncomingMessage): Promise<Answer> {
  const body = await readText(request);
  if (body === undefined) {
    return refusalAnswer(desk.options.envelope, refuse("7000", "the body is too large"));
  }
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  return answerCall(desk, {
    method: request.method ?? "GET",
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    body,
  });
}

/** The whole body as UTF-8, or `undefined` when it is too large. The rest is read and thrown away. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size <= MAX_BODY_BYTES) chunks.push(bytes);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks).toString("utf8") : undefined;
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer.cut) {
    response.socket?.resetAndDestroy();
    return;
  }
  const length = answer.body.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  response.writeHead(answer.status, {
    "Content-Type": answer.contentType,
    "Content-Length": length,
    "Cache-Control": "no-store",
    ...answer.headers,
  });
  for (const piece of answer.body) response.write(piece);
  response.end();
}
