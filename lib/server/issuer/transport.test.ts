import { once } from "node:events";
import type { Socket } from "node:net";

import { afterEach, describe, expect, it } from "vitest";

import { closedPort, startRawServer } from "@/lib/testing/issuer";
import type { RawServer } from "@/lib/testing/issuer";

import { send } from "./transport";
import type { IssuerRequest } from "./transport";

let server: RawServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

function put(port: number, changes: Partial<IssuerRequest> = {}): IssuerRequest {
  return {
    url: new URL(`http://127.0.0.1:${port}/cards/12345/funds`),
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: '{"amount":100.00}',
    timeoutMs: 5_000,
    ...changes,
  };
}

/** Calls `then` once the whole request, body included, has arrived. */
function afterRequest(then: (socket: Socket) => void): Parameters<typeof startRawServer>[0] {
  return (socket, received) => {
    let isDone = false;
    socket.on("data", () => {
      if (isDone || !received.text.endsWith('{"amount":100.00}')) return;
      isDone = true;
      then(socket);
    });
  };
}

const OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

describe("one request to the issuer", () => {
  it("arrives once, with its body, and comes back as the answer's status and text", async () => {
    server = await startRawServer(afterRequest((socket) => socket.end(OK)));
    expect(await send(put(server.port))).toEqual({ kind: "answered", httpStatus: 200, text: "{}" });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.text).toMatch(/^PUT \/cards\/12345\/funds HTTP\/1\.1\r\n/);
    expect(server.received[0]?.text).toContain("content-length: 17\r\n");
  });

  it("was not sent when the port refuses the connection", async () => {
    expect(await send(put(await closedPort()))).toEqual({
      kind: "not-sent",
      reason: "ECONNREFUSED",
    });
  });

  it("was not sent when the name does not exist", async () => {
    const url = new URL("http://no-such-host.invalid/cards/12345/funds");
    expect(await send(put(0, { url }))).toMatchObject({ kind: "not-sent" });
  });

  it("was not sent when nobody speaks TLS at the other end: no byte of it can have left", async () => {
    server = await startRawServer((socket) =>
      socket.once("data", () => socket.end("HTTP/1.1 400 no\r\n\r\n")),
    );
    const url = new URL(`https://127.0.0.1:${server.port}/cards/12345/funds`);
    expect(await send(put(0, { url }))).toMatchObject({ kind: "not-sent" });
    expect(server.received[0]?.text).not.toContain("amount");
  });

  it("was not sent when the TLS handshake never ends", async () => {
    server = await startRawServer(() => {});
    const url = new URL(`https://127.0.0.1:${server.port}/cards/12345/funds`);
    expect(await send(put(0, { url, timeoutMs: 100 }))).toEqual({
      kind: "not-sent",
      reason: "timeout",
    });
    expect(server.received[0]?.text).not.toContain("amount");
  });

  it.each([
    ["at once", (socket: Socket) => socket.destroy()],
    ["politely, without a word", (socket: Socket) => socket.end()],
  ])("may have arrived when the connection is accepted and closed %s", async (_, close) => {
    server = await startRawServer(close);
    expect(await send(put(server.port))).toEqual({ kind: "silent", cause: "connection-lost" });
    expect(server.received).toHaveLength(1);
  });

  it("is not known or was not sent when the connection is reset at once, and no byte arrived", async () => {
    server = await startRawServer((socket) => socket.resetAndDestroy());
    expect(["not-sent", "silent"]).toContain((await send(put(server.port))).kind);
    expect(server.received).toEqual([{ text: "" }]);
  });

  it("may have been carried out when the connection ends after it, and is not sent again", async () => {
    server = await startRawServer(afterRequest((socket) => socket.resetAndDestroy()));
    expect(await send(put(server.port))).toEqual({ kind: "silent", cause: "connection-lost" });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ["in the middle of the head", "HTTP/1.1 200 OK\r\ncontent-le"],
    ["in the middle of the body", 'HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n{"success":'],
    [
      "in the middle of a chunk",
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{"success":',
    ],
    [
      "before the last chunk",
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{"success":true}\r\n',
    ],
  ])("has no answer when that ends %s", async (_, half) => {
    server = await startRawServer(afterRequest((socket) => socket.end(half)));
    expect(await send(put(server.port))).toEqual({ kind: "silent", cause: "connection-lost" });
    expect(server.received).toHaveLength(1);
  });

  it("has no answer when what comes back is no HTTP", async () => {
    server = await startRawServer(
      afterRequest((socket) => socket.end("\u0000\u0001 what?\r\n\r\n")),
    );
    expect(await send(put(server.port))).toEqual({ kind: "silent", cause: "connection-lost" });
  });

  it("has no answer in time when the issuer says nothing, and the connection is let go", async () => {
    let hungUp: Promise<unknown> | undefined;
    server = await startRawServer((socket) => {
      hungUp = once(socket, "close");
    });
    expect(await send(put(server.port, { timeoutMs: 100 }))).toEqual({
      kind: "silent",
      cause: "timeout",
    });
    await hungUp;
    expect(server.received).toHaveLength(1);
  });

  it("has no answer in time when that drips in without an end", async () => {
    server = await startRawServer(
      afterRequest((socket) => {
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
        const drip = setInterval(() => socket.write(" "), 10);
        socket.on("close", () => clearInterval(drip));
      }),
    );
    expect(await send(put(server.port, { timeoutMs: 200 }))).toEqual({
      kind: "silent",
      cause: "timeout",
    });
  });

  it.each([301, 302, 307, 308])("does not follow a %i", async (status) => {
    const other = await startRawServer(() => {});
    const head = `HTTP/1.1 ${status} Moved\r\nlocation: ${other.url}/cards/12345/funds\r\ncontent-length: 0\r\n\r\n`;
    server = await startRawServer(afterRequest((socket) => socket.end(head)));
    expect(await send(put(server.port))).toEqual({
      kind: "answered",
      httpStatus: status,
      text: "",
    });
    expect(other.received).toHaveLength(0);
    await other.close();
  });

  it("is not sent again for an answer that asks for it", async () => {
    const later = "HTTP/1.1 503 Later\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n";
    server = await startRawServer(afterRequest((socket) => socket.end(later)));
    expect(await send(put(server.port))).toMatchObject({ kind: "answered", httpStatus: 503 });
    expect(server.received).toHaveLength(1);
  });

  it("uses a connection of its own each time, so that a dead one is never met", async () => {
    server = await startRawServer(afterRequest((socket) => socket.write(OK)));
    await send(put(server.port));
    await send(put(server.port));
    expect(server.received).toHaveLength(2);
  });

  it("keeps characters whole that come in two pieces", async () => {
    const bytes = Buffer.from('{"message":"ñandú 👍🏽"}');
    server = await startRawServer(
      afterRequest((socket) => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${bytes.length}\r\n\r\n`);
        socket.write(bytes.subarray(0, 13));
        setImmediate(() => socket.end(bytes.subarray(13)));
      }),
    );
    expect(await send(put(server.port))).toMatchObject({ text: '{"message":"ñandú 👍🏽"}' });
  });

  it("reads a large answer whole", async () => {
    const size = 8 * 1024 * 1024;
    server = await startRawServer(
      afterRequest((socket) =>
        socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${size}\r\n\r\n${"x".repeat(size)}`),
      ),
    );
    const reply = await send(put(server.port));
    expect(reply.kind === "answered" && reply.text.length).toBe(size);
  });

  it("has no answer when that is larger than was asked for", async () => {
    server = await startRawServer(
      afterRequest((socket) =>
        socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n${"x".repeat(100)}`),
      ),
    );
    expect(await send(put(server.port, { maxBytes: 99 }))).toEqual({
      kind: "silent",
      cause: "connection-lost",
    });
  });
});
