import http from "node:http";

import { afterEach, beforeEach, expect, test } from "vitest";

import { clientAddress, isPassedOn, peerHeader } from "@/lib/server/address";

import { notePeers } from "./peer";

/** What a server of ours thinks where a request with these headers comes from. */
async function addressSeen(headers: Record<string, string>, trustedProxies: number) {
  const { port } = listening();
  const url = `http://127.0.0.1:${port}/?proxies=${trustedProxies}`;
  return (await fetch(url, { headers })).text();
}

function listening() {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("It does not listen.");
  return address;
}

let server: http.Server;
let stopNoting: () => void;

beforeEach(async () => {
  stopNoting = notePeers();
  server = http.createServer((request, response) => {
    const proxies = Number(new URL(request.url ?? "", "http://desk").searchParams.get("proxies"));
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    response.setHeader("x-passed-on", String(isPassedOn(headers)));
    response.end(clientAddress(headers, proxies));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  stopNoting();
  await new Promise((resolve) => server.close(resolve));
});

test("a connection is where it comes from", async () => {
  expect(await addressSeen({}, 0)).toBe("127.0.0.1");
});

test("without a proxy nobody says another address than their own", async () => {
  expect(await addressSeen({ "X-Forwarded-For": "203.0.113.9" }, 0)).toBe("127.0.0.1");
  expect(await addressSeen({ Forwarded: "for=203.0.113.9" }, 0)).toBe("127.0.0.1");
  expect(await addressSeen({ "X-Real-IP": "203.0.113.9" }, 0)).toBe("127.0.0.1");
});

test("what the process sends to itself keeps where it came from, and is known as such", async () => {
  const { port } = listening();
  const forwarded = { [peerHeader()]: "203.0.113.9" };
  const answer = await fetch(`http://127.0.0.1:${port}/?proxies=0`, { headers: forwarded });
  expect(await answer.text()).toBe("203.0.113.9");
  expect(answer.headers.get("x-passed-on")).toBe("true");
  const other = await fetch(`http://127.0.0.1:${port}/?proxies=0`);
  expect(other.headers.get("x-passed-on")).toBe("false");
});

test("nobody can guess the header by which it is known", () => {
  expect(peerHeader()).toMatch(/^x-desk-peer-[0-9a-f-]{36}$/);
});

test("behind a proxy it is whom the proxy names, and not what the client put before", async () => {
  const said = "198.51.100.1, 203.0.113.9";
  expect(await addressSeen({ "X-Forwarded-For": said }, 1)).toBe("203.0.113.9");
  expect(await addressSeen({ "X-Forwarded-For": said }, 2)).toBe("198.51.100.1");
});

test("a proxy that names nobody is itself the one who asks", async () => {
  expect(await addressSeen({}, 1)).toBe("127.0.0.1");
});
