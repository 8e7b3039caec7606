import { once } from "node:events";
import net from "node:net";

/** Test helpers: a cable to the database that can be pulled, and that can lose what comes back. */

export interface Cable {
  /** The database's URL through the cable. */
  readonly url: string;
  /** Ends every connection, and each new one, until it was tried `attempts` times. */
  pull(attempts: number): void;
  /** Ends the connection that sends this text, after the server has answered and before we hear it. */
  loseAnswerTo(text: string): void;
  close(): Promise<void>;
}

/** A cable to the PostgreSQL server of this URL, over its unix socket or its port. */
export async function startCable(databaseUrl: string): Promise<Cable> {
  const target = targetOf(databaseUrl);
  const sockets = new Set<net.Socket>();
  let refusalsLeft = 0;
  let lost: string | null = null;
  const server = net.createServer((near) => {
    sockets.add(near);
    near.on("error", () => near.destroy());
    if (refusalsLeft > 0) {
      refusalsLeft -= 1;
      near.destroy();
      return;
    }
    const far = net.connect(target);
    sockets.add(far);
    let isDeaf = false;
    near.on("data", (bytes) => {
      if (lost !== null && bytes.includes(lost)) {
        lost = null;
        isDeaf = true;
      }
      far.write(bytes);
    });
    far.on("data", (bytes) => {
      // The server's answer means that it has done what it was asked.
      if (isDeaf) near.destroy();
      else near.write(bytes);
    });
    far.on("error", () => near.destroy());
    far.on("close", () => near.destroy());
    near.on("close", () => far.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: throughPort(databaseUrl, server.address()),
    pull(attempts) {
      refusalsLeft = attempts;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    loseAnswerTo: (text) => (lost = text),
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}

function targetOf(databaseUrl: string): net.NetConnectOpts {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get("host");
  const port = url.port === "" ? 5432 : Number(url.port);
  return folder === null
    ? { host: url.hostname, port }
    : { path: `${folder}/.s.PGSQL.${String(port)}` };
}

function throughPort(databaseUrl: string, address: string | net.AddressInfo | null): string {
  if (address === null || typeof address === "string") throw new Error("The cable has no port.");
  const url = new URL(databaseUrl);
  url.searchParams.delete("host");
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  return url.href;
}
