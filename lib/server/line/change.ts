import "server-only";

import { z } from "zod";

import type { Failure } from "@/lib/domain/failure";
import { readNote } from "@/lib/domain/note";
import { fail } from "@/lib/domain/result";
import type { Result } from "@/lib/domain/result";

/** What came of asking for a change of the line. */
export interface LineChange {
  /** False when somebody had done it already: nothing was written then. */
  readonly hasChanged: boolean;
}

const Input = z.object({ reason: z.string() });

/** Why the line is to change, in words that may be stored. */
export function readReason(input: unknown): Result<string, Failure> {
  const parsed = Input.safeParse(input);
  const reason = parsed.success ? readNote(parsed.data.reason) : fail("note.empty" as const);
  if (reason.ok) return reason;
  return fail({ kind: "invalid", fields: [{ path: "reason", problem: reason.failure }] });
}
