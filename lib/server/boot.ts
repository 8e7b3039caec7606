import "server-only";

import { deskEnv } from "./env";

/** What a server process does before its first request: it refuses to serve with a broken configuration. */
export function boot(): Promise<void> {
  deskEnv();
  return Promise.resolve();
}
