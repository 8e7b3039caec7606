import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

import { askDesk } from "@/app/_session/ask-desk";
import type { Failure } from "@/lib/domain/failure";
import { asProblem } from "@/lib/domain/problem";
import type { Problem } from "@/lib/domain/problem";
import type { Result } from "@/lib/domain/result";

/** `lost`: the desk itself did not answer. To press again is safe. */
export type DecisionFailure = Failure | { readonly kind: "lost" };

/**
 * Carries out a decision once per press and keeps why it could not be. What the page shows comes from
 * the server, so it is drawn anew when something has changed meanwhile and, unless there is something
 * else to do, after the decision. `area` holds the fields.
 */
export function useDecision() {
  const router = useRouter();
  const isUnderWay = useRef(false);
  const [working, setWorking] = useState<string | null>(null);
  const [failure, setFailure] = useState<DecisionFailure | null>(null);
  const area = useRef<HTMLDivElement>(null);
  // The focus lives outside of React: it goes to the first field that something is wrong with.
  useEffect(() => {
    if (failure?.kind === "invalid") area.current?.querySelector<HTMLElement>(AT_FAULT)?.focus();
  }, [failure]);

  /** `name` tells which of several buttons works. */
  async function run(
    name: string,
    decide: () => Promise<Result<unknown, Failure>>,
    onDone: () => void = () => router.refresh(),
  ): Promise<void> {
    // A second press arrives before React has drawn the busy button.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setWorking(name);
    setFailure(null);
    const failed = await askDesk(decide).then(
      (result) => (result.ok ? null : result.failure),
      (): DecisionFailure => ({ kind: "lost" }),
    );
    isUnderWay.current = false;
    setWorking(null);
    setFailure(failed);
    if (failed === null) onDone();
    else if (CHANGES.has(failed.kind)) router.refresh();
  }

  return { run, working, failure, area };
}

const AT_FAULT = ":is(input, textarea)[aria-invalid=true], [aria-invalid=true] input";

/** Failures that say that the page is not what the desk has any more. */
const CHANGES: ReadonlySet<string> = new Set([
  "wrong-status",
  "may-have-arrived",
  "reference-taken",
]);

/** What is wrong at this field, if the failure says so. */
export function problemAt(failure: DecisionFailure | null, path: string): Problem | null {
  if (failure?.kind !== "invalid") return null;
  const found = failure.fields.find((field) => field.path === path);
  return found === undefined ? null : asProblem(found.problem);
}
