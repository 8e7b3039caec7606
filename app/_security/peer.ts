import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

import { peerHeader } from "@/lib/server/address";

const STARTED = "http.server.request.start";

/**
 * Notes on every request that this process receives where its connection comes from, over whatever
 * the client says. Answers with what ends that.
 */
export function notePeers(): () => void {
  subscribe(STARTED, notePeer);
  return () => void unsubscribe(STARTED, notePeer);
}

function notePeer(message: unknown): void {
  if (typeof message !== "object" || message === null || !("request" in message)) return;
  const { request } = message;
  if (!(request instanceof IncomingMessage)) return;
  request.headers[peerHeader()] = request.socket.remoteAddress ?? "";
}
