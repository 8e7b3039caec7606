/**
 * Something that a person can put right, said in a sentence or two: the start stops and prints it.
 *
 * It is thrown rather than returned because a start is one chain of a dozen steps, each of which can only
 * give up, and all of which end at the one place that prints the sentence and stops what was started.
 */
export class Problem extends Error {
  override name = "Problem";
}

/** What to print of an error: a Problem's own words, and where it happened of any other, which is a bug. */
export function explain(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
