import { randomInt } from "node:crypto";

import { isPortTaken } from "@/lib/launcher/ports";

/**
 * A free port below those from which systems take the near ends of outgoing connections: one of these could take the
 * port of a machine that is away for a moment, which would then not come back.
 */
export async function steadyPort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 30_000);
    if (!(await isPortTaken(port))) return port;
  }
}
