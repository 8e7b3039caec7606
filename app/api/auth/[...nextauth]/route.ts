import type { NextRequest } from "next/server";
import nextAuth from "next-auth";

import { authOptions } from "@/lib/server/auth/next-auth";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

// next-auth's types for route handlers are `any`; its documentation promises a Response.
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const response: unknown = await nextAuth(request, context, authOptions());
  if (!(response instanceof Response)) throw new TypeError("next-auth answers with a Response.");
  return response;
}

export { handler as GET, handler as POST };
