import { desk } from "@/lib/server/desk";
import { readiness } from "@/lib/server/health";

/** Ready: this process can journal, at the right time, so it may be sent work. */
export async function GET(): Promise<Response> {
  const status = await readiness(desk());
  return Response.json({ status }, { status: status === "ready" ? 200 : 503 });
}
