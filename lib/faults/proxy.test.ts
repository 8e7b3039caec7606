import { once } from "node:events";
import net from "node:net";

import { afterEach, expect, test } from "vitest";

import { send, type Reply } from "@/lib/server/issuer/transport";
import { startScriptedIssuer, type ScriptedIssuer } from "@/lib/testing/issuer";

import type { WireFault } from "./plan";
import { startProxy, type FaultProxy } from "./proxy";

// The desk's own transport on one side, a real server on the other, and real sockets between them.

const BODY = JSON.stringify({ success: true, data: { id: 7 } });
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function between(faults: readonly WireFault[], holdMs = 600) {
  const issuer = await startScriptedIssuer(() => ({ body: BODY }));
  const proxy = await startProxy({
    sandboxPort: Number(new URL(issuer.url).port),
    faultOf: (_, attempt) => faults[attempt] ?? { kind: "none" },
    holdMs,
  });
  open.push(proxy, issuer);
  return { issuer, proxy };
}

function ask(proxy: FaultProxy, reference = "F-1"): Promise<Reply> {
  return send({
    url: new URL(`http://127.0.0.1:${proxy.port}/cards/12345/funds`),
    method: "PUT",
    headers: { "content-type": "application/json", "x-request-id": "request-1" },
    body: JSON.stringify({ amount: 1, reference }),
    timeoutMs: 300,
  });
}

/** What moves money moves it once: how many whole requests have arrived. */
const arrivals = (issuer: ScriptedIssuer) => issuer.arrived.length;

test("without a fault everything goes through, and the proxy knows what was answered", async () => {
  const { issuer, proxy } = await between([]);
  expect(await ask(proxy)).toEqual({ kind: "answered", httpStatus: 200, text: BODY });
  expect(arrivals(issuer)).toBe(1);
  expect(proxy.attempts).toEqual([
    { reference: "F-1", requestId: "request-1", fault: "none", answeredStatus: 200 },
  ]);
});

test.each([0, 0.3, 0.7, 0.99])("a request cut at %d of it never arrives whole", async (share) => {
  const { issuer, proxy } = await between([{ kind: "cut-request", share, how: "reset" }]);
  expect(await ask(proxy)).toEqual({ kind: "silent", cause: "connection-lost" });
  expect(arrivals(issuer)).toBe(0);
  expect(proxy.attempts[0]?.answeredStatus).toBeNull();
});

test.each([
  [0, "reset"],
  [0, "end"],
  [0.2, "reset"],
  [0.6, "end"],
  [0.99, "reset"],
  [0.99, "end"],
] as const)("an answer cut at %d of it (%s) leaves the desk in the dark", async (share, how) => {
  const { issuer, proxy } = await between([{ kind: "cut-answer", share, how }]);
  expect(await ask(proxy)).toEqual({ kind: "silent", cause: "connection-lost" });
  expect(arrivals(issuer)).toBe(1);
  expect(proxy.attempts[0]?.answeredStatus).toBeNull();
});

test("a connection that ends after the last byte of the answer takes nothing from it", async () => {
  const { proxy } = await between([{ kind: "cut-answer", share: 1, how: "end" }]);
  expect(await ask(proxy)).toMatchObject({ kind: "answered", httpStatus: 200 });
});

test("an answer in pieces of a few bytes is an answer", async () => {
  const { proxy } = await between([{ kind: "dribble", pieceBytes: 3 }]);
  expect(await ask(proxy)).toEqual({ kind: "answered", httpStatus: 200, text: BODY });
});

test("what is held is a timeout, and the request has arrived", async () => {
  const { issuer, proxy } = await between([{ kind: "hold-answer" }]);
  expect(await ask(proxy)).toEqual({ kind: "silent", cause: "timeout" });
  expect(arrivals(issuer)).toBe(1);
});

test("a held request arrives after the desk has given up", async () => {
  const { issuer, proxy } = await between([{ kind: "hold-request" }]);
  expect(await ask(proxy)).toEqual({ kind: "silent", cause: "timeout" });
  expect(arrivals(issuer)).toBe(0);
  await expect.poll(() => arrivals(issuer), { timeout: 5_000 }).toBe(1);
});

test("the faults of a reference follow its own attempts, whatever else is sent", async () => {
  const { proxy } = await between([{ kind: "cut-answer", share: 0, how: "reset" }]);
  expect((await ask(proxy, "F-1")).kind).toBe("silent");
  expect((await ask(proxy, "F-2")).kind).toBe("silent");
  expect((await ask(proxy, "F-1")).kind).toBe("answered");
});

test("where it refuses, nothing was sent; where it accepts again, it is at the same address", async () => {
  const { issuer, proxy } = await between([]);
  await proxy.refuse();
  expect(await ask(proxy)).toEqual({ kind: "not-sent", reason: "ECONNREFUSED" });
  await proxy.accept();
  expect((await ask(proxy)).kind).toBe("answered");
  expect(arrivals(issuer)).toBe(1);
});

test("without an issuer behind it the connection is lost", async () => {
  const { issuer, proxy } = await between([]);
  await issuer.close();
  open.splice(open.indexOf(issuer), 1);
  expect(await ask(proxy)).toEqual({ kind: "silent", cause: "connection-lost" });
});

test("what ends before its request is whole goes nowhere", async () => {
  const { issuer, proxy } = await between([]);
  const socket = net.connect({ host: "127.0.0.1", port: proxy.port });
  await once(socket, "connect");
  socket.end("PUT /cards/12345/funds HTTP/1.1\r\ncontent-length: 5\r\n\r\n{");
  await once(socket, "close");
  expect(arrivals(issuer)).toBe(0);
  expect(proxy.attempts).toEqual([]);
});
