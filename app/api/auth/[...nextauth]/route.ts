import { after } from "next/server";
import type { NextRequest } from "next/server";

import { answerAuth } from "@/lib/server/auth/auth-endpoints";
import { currentOrigin } from "@/lib/server/auth/current-actor";
import { desk } from "@/lib/server/desk";
import { warmToken } from "@/lib/server/issuer/tokens";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const FORM = "application/x-www-form-urlencoded";

/** Signing in and out. What is not one of the addresses that the desk uses is not there. */
async function handler(request: NextRequest, { params }: Context): Promise<Response> {
  const body = await formOf(request);
  const answer = await answerAuth({
    method: request.method,
    path: (await params).nextauth,
    cookies: Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value])),
    query: Object.fromEntries(request.nextUrl.searchParams),
    body,
    origin: await currentOrigin(),
  });
  if (answer === null) return new Response(null, { status: 404 });
  const { status, cookies, location, opened } = answer;
  // The session's own token of the issuer; nobody waits for it, and an issuer that is down keeps nobody out.
  if (opened !== null) after(() => warmToken(desk(), opened));
  const headers = new Headers({ "Cache-Control": "private, no-store" });
  for (const line of cookies) headers.append("Set-Cookie", line);
  if (location !== null && body["json"] === "true") {
    return Response.json({ url: location }, { headers });
  }
  if (location !== null) {
    headers.set("Location", location);
    return new Response(null, { status: 303, headers });
  }
  return Response.json(answer.body, { status, headers });
}

/** The fields of a form; what is none has none. */
async function formOf(request: NextRequest): Promise<Record<string, string>> {
  if (request.method !== "POST" || !request.headers.get("content-type")?.startsWith(FORM))
    return {};
  return Object.fromEntries(new URLSearchParams(await request.text()));
}

export { handler as GET, handler as POST };
