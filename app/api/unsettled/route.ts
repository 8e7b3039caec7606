import { desk } from "@/lib/server/desk";
import { answerJson, handler, refuse } from "@/lib/server/handler";
import { readUnsettledVersion } from "@/lib/server/operations/read-unsettled-version";

/** Whether the shift's list has changed, for a page that shows it: `{ version, now }`. */
export const GET = handler(async (actor) => {
  const read = await readUnsettledVersion(desk(), actor);
  return read.ok ? answerJson(read.value) : refuse(read.failure);
});
