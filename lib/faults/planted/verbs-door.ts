import { z } from "zod";

import { readAnswer } from "@/lib/faults/answered";
import { ask, parseJson } from "@/lib/faults/ask";
import { LOST, type Door } from "@/lib/faults/door";
import { OperationStatus } from "@/lib/domain/journal";
import { DEMO_PASSWORD } from "@/lib/server/operators/demo";

/** The way in to the verbs server. */
export function verbsDoor(ports: readonly number[]): Door {
  const call = async (instance: number, verb: string, body: unknown): Promise<unknown> => {
    const url = `http://127.0.0.1:${ports[instance % ports.length]}/${verb}`;
    const answer = await ask(url, { method: "POST", body: JSON.stringify(body) });
    return answer === LOST || answer.status !== 200 ? undefined : parseJson(answer.text);
  };
  return {
    signIn: async (instance, email) => {
      const answer = await call(instance, "sign-in", { email, password: DEMO_PASSWORD });
      return z.object({ session: z.string() }).safeParse(answer).data?.session ?? null;
    },
    submit: async (instance, session, input) =>
      readAnswer(await call(instance, "submit", { session, input })),
    check: async (instance, session, input) =>
      readAnswer(await call(instance, "check", { session, input })),
    confirm: async (instance, session, input) =>
      readAnswer(await call(instance, "confirm", { session, input })),
    sendAgain: async (instance, session, input) =>
      readAnswer(await call(instance, "send-again", { session, input })),
    statusOf: async (instance, session, input) => {
      const answer = await call(instance, "status", { session, input });
      const status = z.object({ status: z.nullable(OperationStatus) }).safeParse(answer);
      return status.success ? status.data.status : LOST;
    },
  };
}
