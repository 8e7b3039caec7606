import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

import { passedOn, peerHeader } from "@/lib/server/address";

const STARTED = "http.server.request.start";

/**
 * Notes on every request that this process receives where its connection comes from. Nobody else
 * knows the header's name, so what has a note already was sent by this process to itself: Next does
 * that with an action that another page's code holds. Answers with what ends that.
 */
export function notePeers(): () => void {
  subscribe(STARTED, notePeer);
  return () => void unsubscribe(STARTED, notePeer);
}

function notePeer(message: unknown): void {
  if (typeof message !== "object" || message === null || !("request" in message)) return;
  const { request } = message;
  if (!(request instanceof IncomingMessage)) return;
  const noted = request.headers[peerHeader()];
  request.headers[peerHeader()] =
    typeof noted === "string" ? passedOn(noted) : (request.socket.remoteAddress ?? "");
}
