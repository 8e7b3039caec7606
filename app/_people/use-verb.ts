"use client";

import { useState, useTransition } from "react";

import { askDesk } from "@/app/_session/ask-desk";
import type { Failure } from "@/lib/domain/failure";
import { asProblem } from "@/lib/domain/problem";
import type { Problem } from "@/lib/domain/problem";
import type { Result } from "@/lib/domain/result";

/** The answer never came: it may have been done. */
export type VerbFailure = Failure | { readonly kind: "lost" };

/** Calls a verb of the server from a form, and keeps what came of it until the next call. */
export function useVerb<T>(verb: (input: unknown) => Promise<Result<T, Failure>>) {
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const [isWorking, startWorking] = useTransition();

  function run(input: unknown, onDone: (value: T) => void, onFailure?: () => void) {
    startWorking(async () => {
      const result = await askDesk(() => verb(input)).catch(() => null);
      if (result?.ok === true) {
        setFailure(null);
        onDone(result.value);
        return;
      }
      setFailure(result === null ? { kind: "lost" } : result.failure);
      onFailure?.();
    });
  }

  return { run, isWorking, failure, clear: () => setFailure(null) };
}

/** What is wrong at this field; null where nothing is. */
export function problemAt(failure: VerbFailure | null, path: string): Problem | null {
  if (failure?.kind !== "invalid") return null;
  const found = failure.fields.find((field) => field.path === path);
  return found === undefined ? null : asProblem(found.problem);
}
