import { desk } from "@/lib/server/desk";
import { answerJson, handler } from "@/lib/server/handler";
import { readPulse } from "@/lib/server/read-pulse";

/** What every open page shows of the whole desk: whether it sends, and how much is unsettled. */
export const GET = handler(async (actor) => answerJson(await readPulse(desk(), actor)));
