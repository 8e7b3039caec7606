import { OperationId } from "@/lib/domain/ids";
import { currentActor } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { readOperation } from "@/lib/server/operations/read-operation";

interface Context {
  params: Promise<{ operationId: string }>;
}

const NEVER_STORED = { headers: { "cache-control": "private, no-store" } };

/** The present status of one operation, for a page that waits for it: `{ status }`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return Response.json({ error: "signed-out" }, { status: 401 });
  const operationId = OperationId.safeParse((await params).operationId);
  if (!operationId.success) return Response.json({ error: "not-found" }, { status: 404 });
  const story = await readOperation(desk(), actor, operationId.data);
  if (!story.ok) return Response.json({ error: "not-found" }, { status: 404, ...NEVER_STORED });
  return Response.json({ status: story.value.operation.status }, NEVER_STORED);
}
