/** Alive: this process answers. Says nothing of the database or the issuer. */
export function GET(): Response {
  return Response.json({ status: "live" });
}
