import type { NextRequest } from "next/server";
import nextAuth from "next-auth";

import { currentOrigin } from "@/lib/server/auth/current-actor";
import { authOptions } from "@/lib/server/auth/next-auth";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

// next-auth's types for route handlers are `any`; its documentation promises a Response.
async function handler(request: NextRequest, context: Context): Promise<Response> {
  let hasFailed = false;
  const options = authOptions(await currentOrigin(), () => (hasFailed = true));
  const response: unknown = await nextAuth(request, context, options);
  if (!(response instanceof Response)) throw new TypeError("next-auth answers with a Response.");
  if (!hasFailed) return response;
  // Not the 401 of a wrong password: whoever typed the right one must not be told otherwise.
  return new Response(response.body, { status: 503, headers: response.headers });
}

export { handler as GET, handler as POST };
