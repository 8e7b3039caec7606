/**
 * Something that a person can put right, said in a sentence or two: the start stops and prints it.
 *
 * It is thrown rather than returned because a start is one chain of a dozen steps, each of which can only
 * give up, and all of which end at the one place that prints the sentence and stops what was started.
 */
export class Problem extends Error {
  override name = "Problem";
}
