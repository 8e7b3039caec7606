import { expect, test } from "vitest";

import { ownCookie } from "./own-cookie";

test("behind TLS a cookie is tied to the host", () => {
  expect(ownCookie("desk-locale", "https://desk.example.com")).toBe("__Host-desk-locale");
});

test("without TLS no browser would take such a cookie", () => {
  expect(ownCookie("desk-locale", "http://localhost:3000")).toBe("desk-locale");
});
