import { readSessionClock } from "@/lib/server/auth/session-clock";
import { desk } from "@/lib/server/desk";
import { answerJson, handler } from "@/lib/server/handler";
import { readPulse } from "@/lib/server/read-pulse";

/**
 * What every open page shows of the whole desk: whether it sends, and how much is unsettled. And how
 * long its session has: to ask for that is no sign that the person is there.
 */
export const GET = handler(async (actor) => {
  const [pulse, clock] = await Promise.all([
    readPulse(desk(), actor),
    readSessionClock(desk(), actor),
  ]);
  return answerJson({ ...pulse, clock });
});
