import { OperationId } from "@/lib/domain/ids";
import { currentActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readSettling } from "@/lib/server/operations/read-settling";

interface Context {
  params: Promise<{ operationId: string }>;
}

/**
 * How the desk stands with one operation, for a page that waits for it:
 * `{ status, looks, lastLookAtMs, nextLookAtMs, version, nowMs }`, times on the desk's clock.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return answer(401, { error: "signed-out" });
  const operationId = OperationId.safeParse((await params).operationId);
  if (!operationId.success) return answer(404, { error: "not-found" });
  const settling = await readSettling(desk(), actor, operationId.data);
  if (!settling.ok) return answer(404, { error: "not-found" });
  const { status, looks, lastLookAt, nextLookAt, version } = settling.value;
  return answer(200, {
    status,
    looks,
    version,
    lastLookAtMs: lastLookAt?.getTime() ?? null,
    nextLookAtMs: nextLookAt?.getTime() ?? null,
    nowMs: desk().now().getTime(),
  });
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
