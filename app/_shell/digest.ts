export interface ErrorPageProps {
  error: unknown;
  retry: () => void;
}

/** Next's number for an error of the server, by which its log line is found. */
export function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
