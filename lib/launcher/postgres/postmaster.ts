import fs from "node:fs";
import path from "node:path";

import { commandLineOf, livenessOf, processesWorkingIn } from "@/lib/launcher/processes";
import { waitUntil } from "@/lib/launcher/waiting";

/** The server process of a data folder, as its postmaster.pid tells. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** Empty where PostgreSQL listens on TCP. */
  readonly socketDir: string;
  readonly status: "starting" | "ready" | "stopping";
};

const pidFile = (dataDir: string) => path.join(dataDir, "postmaster.pid");

/** Reads postmaster.pid; undefined when there is none or it is only half written. */
export function readPostmaster(dataDir: string): Postmaster | undefined {
  const lines = fs.existsSync(pidFile(dataDir))
    ? fs.readFileSync(pidFile(dataDir), "utf8").split("\n")
    : [];
  const [pid, , , port, socketDir, , , status] = lines;
  // A server in single-user mode writes its pid with a minus.
  if (!pid || Number(pid) <= 0) return undefined;
  return {
    pid: Number(pid),
    port: Number(port),
    socketDir: socketDir ?? "",
    status: statusOf(status?.trim()),
  };
}

function statusOf(word: string | undefined): Postmaster["status"] {
  return word === "ready" || word === "stopping" ? word : "starting";
}

/** The running server of a data folder: the one that survived its launcher, for instance. */
export function livingPostmaster(dataDir: string): Postmaster | undefined {
  const postmaster = readPostmaster(dataDir);
  if (!postmaster || livenessOf(postmaster.pid) !== "running") return undefined;
  // After a crash of the machine the id may be somebody else's. Where command lines cannot be read, believe the file.
  const command = commandLineOf(postmaster.pid);
  return command === undefined || command.includes(dataDir) ? postmaster : undefined;
}

/**
 * Removes the postmaster.pid of a server that is no more.
 *
 * PostgreSQL does so itself, except where its test (does the id answer?) is fooled: by a zombie that no parent has
 * reaped, or by an id that now belongs to another program. The old server's helpers end by themselves when they see
 * that it is gone; they must have, before a second server may open their files.
 */
export async function clearStalePidFile(dataDir: string, timeoutMs = 10_000): Promise<boolean> {
  const nobodyLeft = await waitUntil(() => !hasServerProcesses(dataDir), timeoutMs);
  if (nobodyLeft) fs.rmSync(pidFile(dataDir), { force: true });
  return nobodyLeft;
}

function hasServerProcesses(dataDir: string): boolean {
  // A person's shell may stand in the folder, too.
  return processesWorkingIn(dataDir).some((pid) => commandLineOf(pid)?.includes("postgres"));
}
