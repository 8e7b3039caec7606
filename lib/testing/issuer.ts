import { once } from "node:events";
import http from "node:http";
import net from "node:net";

/** Test helpers: issuers that answer exactly what a test tells them to. */

export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** How a scripted issuer answers one request. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ScriptedIssuer {
  readonly url: string;
  /** Every request so far, in the order of arrival. */
  readonly arrived: readonly Arrived[];
  close(): Promise<void>;
}

/** The bodies of a login and a refresh; the access tokens are numbered from 1 on. */
export function tokensBody(
  number: number,
  accessExpiresS: number,
  refreshExpiresS: number,
): string {
  return JSON.stringify({
    success: true,
    data: {
      accessToken: `access-${number}`,
      refreshToken: `refresh-${number}`,
      expirationToken: accessExpiresS,
      expirationRefreshToken: refreshExpiresS,
    },
  });
}

/** Far behind the clock of every test. */
export const FAR_FUTURE_S = 4_000_000_000;

/**
 * An HTTP server that gives what `answer` returns; "cut" ends the connection without an answer.
 * Logins succeed unless `answer` handles them.
 */
export async function startScriptedIssuer(
  answer: (
    request: Arrived,
  ) => Promise<ScriptedAnswer | "cut" | "default"> | ScriptedAnswer | "cut" | "default",
): Promise<ScriptedIssuer> {
  const arrived: Arrived[] = [];
  const server = http.createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
      const seen: Arrived = {
        method: request.method ?? "",
        url: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      arrived.push(seen);
      const given = await answer(seen);
      if (given === "cut") {
        response.socket?.resetAndDestroy();
        return;
      }
      const reply =
        given === "default"
          ? { body: tokensBody(arrived.length, FAR_FUTURE_S, FAR_FUTURE_S) }
          : given;
      response.writeHead(reply.status ?? 200, {
        "content-type": "application/json",
        ...reply.headers,
      });
      response.end(reply.body ?? "");
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    arrived,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

export interface RawServer {
  readonly url: string;
  readonly port: number;
  /** How many connections were made, and the bytes of each so far. */
  readonly received: readonly { text: string }[];
  close(): Promise<void>;
}

/** A server of bytes: `talk` is called once for each connection, before anything arrived. */
export async function startRawServer(
  talk: (socket: net.Socket, received: { text: string }) => void,
): Promise<RawServer> {
  const received: { text: string }[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    const bytes = { text: "" };
    received.push(bytes);
    socket.on("data", (chunk) => (bytes.text += chunk.toString("latin1")));
    socket.on("error", () => socket.destroy());
    talk(socket, bytes);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}

/** A port on which nobody listens: it was free a moment ago. */
export async function closedPort(): Promise<number> {
  const server = net.createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}

function portOf(server: net.Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
