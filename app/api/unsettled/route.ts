import { currentActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readUnsettledVersion } from "@/lib/server/operations/read-unsettled-version";

/** Whether the shift's list has changed, for a page that shows it: `{ version, now }`. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return answer(401, { error: "signed-out" });
  const read = await readUnsettledVersion(desk(), actor);
  return read.ok ? answer(200, read.value) : answer(403, { error: read.failure.kind });
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
