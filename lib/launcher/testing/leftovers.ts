import fs from "node:fs";
import path from "node:path";

import { livingPostmaster } from "@/lib/launcher/postgres/postmaster";
import { isRunning, signal } from "@/lib/launcher/processes";
import { waitUntil } from "@/lib/launcher/waiting";

/** Removes a data folder that nobody needs any more, after ending the server that may still run on it. */
export async function removeDataFolder(folder: string): Promise<void> {
  const entries = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  for (const entry of entries.filter((name) => /^pg\d+$/.test(name))) {
    const survivor = livingPostmaster(path.join(fs.realpathSync(folder), entry));
    if (!survivor) continue;
    signal(survivor.pid, "SIGQUIT");
    await waitUntil(() => !isRunning(survivor.pid), 5_000);
    if (survivor.socketDir) fs.rmSync(survivor.socketDir, { recursive: true, force: true });
  }
  fs.rmSync(folder, { recursive: true, force: true });
}
