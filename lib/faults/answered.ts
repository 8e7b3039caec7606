import { z } from "zod";

import { OperationStatus } from "@/lib/domain/journal";

import { LOST, type Lost } from "./door";

/** What a verb gave: as much of it as a person at the desk goes by. */
const Answered = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.object({ status: OperationStatus }) }),
  z.object({ ok: z.literal(false), failure: z.object({ kind: z.string() }) }),
]);
export type Answered = z.infer<typeof Answered>;

/** Reads what came over the wire. What is no answer of a verb tells a person nothing. */
export function readAnswer(value: unknown): Answered | Lost {
  return Answered.safeParse(value).data ?? LOST;
}
