import { OperationId } from "@/lib/domain/ids";
import { desk } from "@/lib/server/desk";
import { answerJson, handler, refuse } from "@/lib/server/handler";
import { readSettling } from "@/lib/server/operations/read-settling";

interface Context {
  params: Promise<{ operationId: string }>;
}

/**
 * How the desk stands with one operation, for a page that waits for it:
 * `{ status, looks, lastLookAtMs, nextLookAtMs, version, nowMs }`, times on the desk's clock.
 */
export const GET = handler<Context>(async (actor, _request, { params }) => {
  const operationId = OperationId.safeParse((await params).operationId);
  if (!operationId.success) return refuse({ kind: "not-found" });
  const settling = await readSettling(desk(), actor, operationId.data);
  if (!settling.ok) return refuse(settling.failure);
  const { status, looks, lastLookAt, nextLookAt, version } = settling.value;
  return answerJson({
    status,
    looks,
    version,
    lastLookAtMs: lastLookAt?.getTime() ?? null,
    nextLookAtMs: nextLookAt?.getTime() ?? null,
    nowMs: desk().now().getTime(),
  });
});
