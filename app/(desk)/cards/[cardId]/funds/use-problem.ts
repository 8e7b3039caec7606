"use client";

import { get, useFormState } from "react-hook-form";

import type { OperationForm } from "@/lib/domain/operation";
import { asProblem } from "@/lib/domain/problem";
import { useReader } from "@/lib/i18n/use-reader";

import { problemInWords } from "./problem-in-words";

/** What is wrong at a field ("amount", "customKeys.0.key"), in the reader's words. */
export function useProblem(field: string): string | undefined {
  const reader = useReader();
  const { errors } = useFormState<OperationForm>();
  const error: unknown = get(errors, field);
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  const problem = typeof error.message === "string" ? asProblem(error.message) : null;
  return problem === null ? undefined : problemInWords(reader, field, problem);
}
