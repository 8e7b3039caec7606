import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

// Next gives a page the headers of a request and not its socket. So the socket's address travels as
// a header; its name is new in every process, so that no client can say it in our place.
declare global {
  var fundsDeskPeerHeader: string | undefined;
}

/** The header in which this process notes who is at the other end of the connection. */
export function peerHeader(): string {
  globalThis.fundsDeskPeerHeader ??= `x-desk-peer-${randomUUID()}`;
  return globalThis.fundsDeskPeerHeader;
}

const PASSED_ON = " passed on";

/** The note on a request that this process has sent to itself: it keeps where it came from. */
export function passedOn(noted: string): string {
  return noted.endsWith(PASSED_ON) ? noted : noted + PASSED_ON;
}

/** Whether this process sent the request to itself, after the door had let it in. */
export function isPassedOn(headers: Pick<Headers, "get">): boolean {
  return headers.get(peerHeader())?.endsWith(PASSED_ON) ?? false;
}

const Address = z.union([z.ipv4(), z.ipv6()]);

/** For those who cannot be told apart: they share one allowance. */
export const UNKNOWN_ADDRESS = "unknown";

/**
 * Where a request comes from. Each proxy of ours appends whom it was asked by to X-Forwarded-For;
 * what stands left of those entries was said by the client and proves nothing. With no proxy in
 * front it is the other end of the connection, whatever the header says.
 */
export function clientAddress(headers: Pick<Headers, "get">, trustedProxies: number): string {
  const peer = headers.get(peerHeader())?.replace(PASSED_ON, "") ?? "";
  const forwarded = headers.get("x-forwarded-for");
  const chain = [...(forwarded === null ? [] : forwarded.split(",")), peer];
  const address = plain(chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? "");
  return Address.safeParse(address).success ? address : UNKNOWN_ADDRESS;
}

/** Without the brackets, the port or the zone that some proxies and sockets add. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/, "")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
}
