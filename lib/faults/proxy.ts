import { once } from "node:events";
import net from "node:net";

import { sleep } from "@/lib/launcher/waiting";

import { messageLength, readRequest, statusIn, type SeenRequest } from "./http-bytes";
import type { CutHow, WireFault } from "./plan";

/** One request for money as it was seen on the wire, in the order of arrival. */
export interface WireAttempt {
  readonly reference: string;
  readonly requestId: string | null;
  readonly fault: WireFault["kind"];
  /** The status of the answer, when the desk has been given all of it; null otherwise. */
  answeredStatus: number | null;
}

export interface ProxyOptions {
  readonly sandboxPort: number;
  /** What happens to this request; `attempt` counts from 0 for each reference. */
  readonly faultOf: (request: SeenRequest, attempt: number) => WireFault;
  /** Longer than the desk waits for an answer. */
  readonly holdMs: number;
}

export interface FaultProxy {
  readonly port: number;
  readonly attempts: readonly WireAttempt[];
  /** How many requests of any kind met each fault. */
  readonly faults: ReadonlyMap<WireFault["kind"], number>;
  /** From now on connections are refused, as by a machine on which nobody listens. */
  readonly refuse: () => Promise<void>;
  readonly accept: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Stands between the desk and the issuer and carries bytes, one request for each connection, as the desk sends
 * them. A request is read whole before the first byte of it goes on, so that what happens to it follows
 * from the plan and not from how the bytes came in.
 */
export async function startProxy(options: ProxyOptions): Promise<FaultProxy> {
  const attempts: WireAttempt[] = [];
  const attemptsOf = new Map<string, number>();
  const faults = new Map<WireFault["kind"], number>();
  const sockets = new Set<net.Socket>();

  const begin = (bytes: Buffer): { fault: WireFault; attempt: WireAttempt | null } => {
    const request = readRequest(bytes);
    const { reference, requestId } = request;
    const number = attemptsOf.get(reference ?? "") ?? 0;
    if (reference !== null) attemptsOf.set(reference, number + 1);
    const fault = options.faultOf(request, number);
    faults.set(fault.kind, (faults.get(fault.kind) ?? 0) + 1);
    if (reference === null) return { fault, attempt: null };
    const attempt = { reference, requestId, fault: fault.kind, answeredStatus: null };
    attempts.push(attempt);
    return { fault, attempt };
  };
  const server = net.createServer((desk) => {
    keep(sockets, desk);
    desk.setNoDelay(true);
    void wholeRequest(desk).then(async (bytes) => {
      if (bytes === null) return;
      const { fault, attempt } = begin(bytes);
      const carrying = new Carrying(desk, bytes, options, (socket) => keep(sockets, socket));
      const status = await carrying.carry(fault);
      if (attempt !== null) attempt.answeredStatus = status;
    });
  });
  const port = await listen(server, 0);
  return {
    port,
    attempts,
    faults,
    refuse: async () => {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
    },
    accept: async () => {
      if (!server.listening) await listen(server, port);
    },
    close: async () => {
      const closed = server.listening ? once(server, "close") : Promise.resolve();
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** One request on its way to the issuer, and its answer on the way back. */
class Carrying {
  readonly #desk: net.Socket;
  readonly #request: Buffer;
  readonly #options: ProxyOptions;
  readonly #keep: (socket: net.Socket) => void;

  constructor(
    desk: net.Socket,
    request: Buffer,
    options: ProxyOptions,
    keepSocket: (socket: net.Socket) => void,
  ) {
    this.#desk = desk;
    this.#request = request;
    this.#options = options;
    this.#keep = keepSocket;
  }

  /** Gives the status that the desk was answered with; null when it was not given a whole answer. */
  async carry(fault: WireFault): Promise<number | null> {
    if (fault.kind === "hold-request") await sleep(this.#options.holdMs);
    const sentBytes =
      fault.kind === "cut-request" ? partOf(this.#request, fault.share) : this.#request;
    const answer = await this.#ask(sentBytes, fault.kind === "cut-request");
    if (answer === null || fault.kind === "cut-request") {
      cut(this.#desk, fault.kind === "cut-request" ? fault.how : "reset");
      return null;
    }
    if (fault.kind === "hold-answer") await sleep(this.#options.holdMs);
    if (fault.kind === "cut-answer") {
      const part = partOf(answer, fault.share);
      await write(this.#desk, part);
      cut(this.#desk, fault.how);
      return part.length === answer.length ? statusIn(answer) : null;
    }
    const pieceBytes = fault.kind === "dribble" ? fault.pieceBytes : answer.length;
    for (let at = 0; at < answer.length; at += pieceBytes) {
      // The desk may have given up in the meantime.
      if (!(await write(this.#desk, answer.subarray(at, at + pieceBytes)))) return null;
    }
    this.#desk.end();
    return statusIn(answer);
  }

  /** The issuer's whole answer; null when it is away, or ends the connection before. */
  #ask(bytes: Buffer, isCut: boolean): Promise<Buffer | null> {
    return new Promise((resolve) => {
      const issuer = net.connect({ host: "127.0.0.1", port: this.#options.sandboxPort });
      this.#keep(issuer);
      issuer.setNoDelay(true);
      let answer = Buffer.alloc(0);
      issuer.once("connect", () => {
        void write(issuer, bytes).then(() => {
          if (isCut) issuer.resetAndDestroy();
        });
      });
      issuer.on("data", (chunk: Buffer) => {
        answer = Buffer.concat([answer, chunk]);
        const length = messageLength(answer);
        if (length === null || answer.length < length) return;
        resolve(answer);
        issuer.destroy();
      });
      issuer.once("close", () => resolve(null));
    });
  }
}

/** The bytes before the cut. A share of 1 is all of them: then the connection ends right after the last. */
function partOf(bytes: Buffer, share: number): Buffer {
  return bytes.subarray(0, Math.round(bytes.length * share));
}

function cut(socket: net.Socket, how: CutHow): void {
  if (how === "reset") socket.resetAndDestroy();
  else socket.end();
}

/** Answers once the bytes are with the operating system, and whether they could be given to it. */
function write(socket: net.Socket, bytes: Buffer): Promise<boolean> {
  if (socket.destroyed || bytes.length === 0) return Promise.resolve(!socket.destroyed);
  return new Promise((resolve) => {
    const onClose = () => resolve(false);
    socket.once("close", onClose);
    socket.write(bytes, (error) => {
      socket.off("close", onClose);
      resolve(error == null);
    });
  });
}

/** Null when the connection ends before the request is whole. */
function wholeRequest(socket: net.Socket): Promise<Buffer | null> {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const length = messageLength(bytes);
      if (length !== null && bytes.length >= length) resolve(bytes);
    });
    socket.once("close", () => resolve(null));
  });
}

function keep(sockets: Set<net.Socket>, socket: net.Socket): void {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
  // An error is followed by a close, which is what is looked at.
  socket.on("error", () => socket.destroy());
}

async function listen(server: net.Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return address.port;
}
