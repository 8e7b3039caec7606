import http from "node:http";

import { afterEach, beforeEach, expect, test } from "vitest";

import { clientAddress, peerHeader } from "@/lib/server/address";

import { notePeers } from "./peer";

/** What a server of ours thinks where a request with these headers comes from. */
async function addressSeen(headers: Record<string, string>, trustedProxies: number) {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("It does not listen.");
  const { port } = address;
  const url = `http://127.0.0.1:${port}/?proxies=${trustedProxies}`;
  return (await fetch(url, { headers })).text();
}

let server: http.Server;
let stopNoting: () => void;

beforeEach(async () => {
  stopNoting = notePeers();
  server = http.createServer((request, response) => {
    const proxies = Number(new URL(request.url ?? "", "http://desk").searchParams.get("proxies"));
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
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

test("even whoever knows the header's name cannot say another address", async () => {
  expect(await addressSeen({ [peerHeader()]: "203.0.113.9" }, 0)).toBe("127.0.0.1");
});

test("behind a proxy it is whom the proxy names, and not what the client put before", async () => {
  const said = "198.51.100.1, 203.0.113.9";
  expect(await addressSeen({ "X-Forwarded-For": said }, 1)).toBe("203.0.113.9");
  expect(await addressSeen({ "X-Forwarded-For": said }, 2)).toBe("198.51.100.1");
});

test("a proxy that names nobody is itself the one who asks", async () => {
  expect(await addressSeen({}, 1)).toBe("127.0.0.1");
});
