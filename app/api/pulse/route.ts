import { currentActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readPulse } from "@/lib/server/read-pulse";

/** What every open page shows of the whole desk: whether it sends, and how much is unsettled. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  return actor === null
    ? answer(401, { error: "signed-out" })
    : answer(200, await readPulse(desk(), actor));
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
