import { describe, expect, test } from "vitest";

import { BODY_MAX_BYTES, refusalOf } from "./admission";

const DESK = "https://desk.example.com";
const refusal = (
  method: string,
  headers: Record<string, string> = {},
  publicUrl: string = DESK,
): string | null => refusalOf({ method, headers: new Headers(headers) }, publicUrl);
const post = (headers: Record<string, string>, publicUrl?: string) =>
  refusal("POST", { "content-length": "2", ...headers }, publicUrl);

describe("methods", () => {
  test.each(["GET", "HEAD"])("%s comes in from anywhere", (method) => {
    expect(refusal(method)).toBeNull();
    expect(refusal(method, { origin: "https://evil.example" })).toBeNull();
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"])("%s does not", (method) => {
    expect(refusal(method, { origin: DESK, "content-length": "2" })).toBe("method");
  });
});

describe("where a POST comes from", () => {
  test("a page of ours", () => {
    expect(post({ origin: DESK })).toBeNull();
    expect(post({ origin: DESK, "sec-fetch-site": "same-origin" })).toBeNull();
  });

  test.each([
    "https://evil.example",
    "http://desk.example.com",
    "https://desk.example.com:8443",
    "https://desk.example.com.evil.example",
    "https://sub.desk.example.com",
    "https://desk.example.com/",
    "https://user@desk.example.com",
    "null",
    "",
    "desk.example.com",
  ])("not %j", (origin) => {
    expect(post({ origin })).toBe("foreign");
  });

  test("not who does not say it", () => {
    expect(post({})).toBe("foreign");
    expect(post({ referer: `${DESK}/cards` })).toBe("foreign");
  });

  test.each(["cross-site", "same-site", "none"])("not what the browser itself calls %s", (site) => {
    expect(post({ origin: DESK, "sec-fetch-site": site })).toBe("foreign");
  });

  test("a header that names another host makes no foreign page ours", () => {
    const host = "evil.example";
    expect(post({ origin: `https://${host}`, host, "x-forwarded-host": host })).toBe("foreign");
  });

  test("on one machine any of its own names, where it is the one that was asked", () => {
    const own = "http://localhost:3000";
    const here = { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" };
    expect(post(here, own)).toBeNull();
    expect(post({ ...here, origin: "http://[::1]:3000", host: "[::1]:3000" }, own)).toBeNull();
    expect(post({ ...here, origin: "http://127.0.0.1:4000" }, own)).toBe("foreign");
    expect(post({ ...here, origin: "http://evil.example:3000" }, own)).toBe("foreign");
    expect(post({ origin: "http://evil.example", host: "evil.example" }, own)).toBe("foreign");
    expect(post(here, DESK)).toBe("foreign");
  });
});

describe("how much comes with it", () => {
  const from = { origin: DESK };

  test("a body up to the limit, and not one byte more", () => {
    expect(post({ ...from, "content-length": String(BODY_MAX_BYTES) })).toBeNull();
    expect(post({ ...from, "content-length": String(BODY_MAX_BYTES + 1) })).toBe("size");
  });

  test("not a body that does not say its size", () => {
    expect(refusal("POST", from)).toBe("length");
    expect(refusal("POST", { ...from, "transfer-encoding": "chunked" })).toBe("length");
    expect(post({ ...from, "transfer-encoding": "chunked" })).toBe("length");
    expect(refusal("GET", { "transfer-encoding": "chunked" })).toBe("length");
  });
});
