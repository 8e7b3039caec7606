import type { Instrumentation } from "next";

import { isTooMany } from "@/lib/too-many";

declare global {
  namespace NodeJS {
    interface ProcessEnv {
      readonly NEXT_RUNTIME?: "nodejs" | "edge";
    }
  }
}

/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  // Next also builds this file for its edge runtime, which has no database; the name is inlined when it builds.
  // oxlint-disable-next-line node/no-process-env
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ boot }, { notePeers }, { bridgeConsole }] = await Promise.all([
    import("@/lib/server/boot"),
    import("@/app/_security/peer"),
    import("@/lib/server/console-bridge"),
  ]);
  // Hot reload talks to the developer.
  // oxlint-disable-next-line node/no-process-env
  if (process.env.NODE_ENV === "production") bridgeConsole();
  notePeers();
  await boot();
}

/** Next calls this with what a page, an action or a handler threw; the reader sees its digest alone. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  // oxlint-disable-next-line node/no-process-env
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (isTooMany(error)) return;
  const { log } = await import("@/lib/server/log");
  // The folder's name and never the address: people type card numbers into addresses.
  const { routePath: route, routeType: kind } = context;
  log.error({ err: error, route, kind }, "request broke");
};
