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
  const [{ boot }, { notePeers }] = await Promise.all([
    import("@/lib/server/boot"),
    import("@/app/_security/peer"),
  ]);
  notePeers();
  await boot();
}
