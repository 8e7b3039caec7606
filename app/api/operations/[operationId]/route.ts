import { OperationId } from "@/lib/domain/ids";
import { currentActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readOperation } from "@/lib/server/operations/read-operation";

interface Context {
  params: Promise<{ operationId: string }>;
}

/** The present status of one operation, for a page that waits for it: `{ status }`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return answer(401, { error: "signed-out" });
  const operationId = OperationId.safeParse((await params).operationId);
  if (!operationId.success) return answer(404, { error: "not-found" });
  const story = await readOperation(desk(), actor, operationId.data);
  if (!story.ok) return answer(404, { error: "not-found" });
  return answer(200, { status: story.value.operation.status });
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}
