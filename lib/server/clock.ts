import "server-only";

/** The only place in the server that reads the time. */
export function now(): Date {
  return new Date();
}
