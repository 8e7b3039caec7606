import { expect, test } from "vitest";

import { askedPath, contentSecurityPolicy, makeNonce, securityHeaders } from "./headers";

test("in production nothing inline runs without the nonce", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
  expect(policy).not.toContain("unsafe");
});

test("the page can be framed by nobody and can post to nobody else", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("object-src 'none'");
});

test("a nonce is never used twice", () => {
  const nonces = new Set(Array.from({ length: 100 }, makeNonce));
  expect(nonces.size).toBe(100);
  for (const nonce of nonces) expect(atob(nonce)).toHaveLength(16);
});

test("the browser is told to insist on https only where the desk is reached by it", () => {
  expect(securityHeaders("https://desk.example.com")).toHaveProperty("Strict-Transport-Security");
  expect(securityHeaders("http://127.0.0.1:3000")).not.toHaveProperty("Strict-Transport-Security");
});

test("the path keeps its query and loses what the router adds", () => {
  const url = new URL("http://desk/cards/12345/funds?mode=channel&_rsc=1a2b");
  expect(askedPath(url)).toBe("/cards/12345/funds?mode=channel");
  expect(askedPath(new URL("http://desk/?_rsc=1"))).toBe("/");
});
