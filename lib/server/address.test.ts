import { expect, test } from "vitest";

import { UNKNOWN_ADDRESS, clientAddress, peerHeader } from "./address";

const from = (peer: string | null, forwarded?: string) =>
  new Headers({
    ...(peer !== null && { [peerHeader()]: peer }),
    ...(forwarded !== undefined && { "x-forwarded-for": forwarded }),
  });

test.each([
  ["127.0.0.1", "127.0.0.1"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::1", "::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["2001:DB8::1", "2001:db8::1"],
])("the socket's %s is written %s", (peer, address) => {
  expect(clientAddress(from(peer), 0)).toBe(address);
});

test.each([
  ["203.0.113.9:5512", "203.0.113.9"],
  ["[2001:db8::1]:5512", "2001:db8::1"],
  [" 203.0.113.9 ", "203.0.113.9"],
])("a proxy's %j is %s", (entry, address) => {
  expect(clientAddress(from("10.0.0.1", entry), 1)).toBe(address);
});

test("more proxies than the header has entries go back to its first", () => {
  expect(clientAddress(from("10.0.0.1", "203.0.113.9"), 3)).toBe("203.0.113.9");
});

test("what is no address is nobody's in particular", () => {
  expect(clientAddress(from(null), 0)).toBe(UNKNOWN_ADDRESS);
  expect(clientAddress(from("10.0.0.1", "<script>, unknown"), 1)).toBe(UNKNOWN_ADDRESS);
  expect(clientAddress(from("10.0.0.1", "1'; drop table x"), 1)).toBe(UNKNOWN_ADDRESS);
});
