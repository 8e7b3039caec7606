import { isDatabaseReady } from "@/lib/server/health";

/** Ready: this process can journal, so it may be sent work. */
export async function GET(): Promise<Response> {
  const isReady = await isDatabaseReady();
  return Response.json(
    { status: isReady ? "ready" : "no database" },
    { status: isReady ? 200 : 503 },
  );
}
