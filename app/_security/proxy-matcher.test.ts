import { unstable_doesMiddlewareMatch as doesProxyMatch } from "next/experimental/testing/server";
import { expect, test } from "vitest";

import { config } from "@/proxy";

const isCovered = (url: string) => doesProxyMatch({ config, url });

test.each([
  "/",
  "/sign-in",
  "/cards/12345/funds?mode=channel",
  "/api/auth/session",
  "/api/operations/x",
  "/icon.svg",
  "/_next/staticity",
  "/favicon.ico",
  "/_next/image",
])("%s gets the security headers", (path) => {
  expect(isCovered(path)).toBe(true);
});

test("a file that never changes does not need them", () => {
  expect(isCovered("/_next/static/chunks/main.js")).toBe(false);
});
