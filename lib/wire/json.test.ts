import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Digits, Envelope, NumberToken, Text, Tokens, Transfer } from "./issuer";
import { jsonNumber, parseJson, stringifyJson } from "./json";

describe("JSON with exact digits", () => {
  it.each([
    "100.00",
    "0.1",
    "-0.0",
    "1E+2",
    "1e-7",
    "12345678901234567890.123456789",
    "9007199254740993",
  ])("gives %s back as it came", (digits) => {
    const text = `{"amount":${digits}}`;
    expect(stringifyJson(parseJson(text))).toBe(text);
    expect(stringifyJson({ amount: jsonNumber(digits) })).toBe(text);
  });

  it("gives any document back with all of its digits", () => {
    const number = fc.tuple(fc.bigInt(), fc.nat(9999)).map(([whole, part]) => `${whole}.${part}`);
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (numbers) => {
        const text = `[${numbers.join(",")}]`;
        expect(stringifyJson(parseJson(text))).toBe(text);
      }),
    );
  });

  it.each(["", "{", "NaN", "01", "+1", ".5", "5.", "undefined", "<html>", '{"a":1}x'])(
    "throws a SyntaxError for %j",
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError);
    },
  );

  it.each(["", "abc", "1,000", "01", "NaN", "1;"])(
    "refuses %j as the digits of a number",
    (digits) => {
      expect(() => jsonNumber(digits)).toThrow();
    },
  );

  it("throws for what has no JSON form", () => {
    expect(() => stringifyJson(undefined)).toThrow(TypeError);
  });
});

describe("the issuer's words", () => {
  it("read digits from a number and from a string, and from nothing else", () => {
    expect(Digits.parse(parseJson("100.00"))).toBe("100.00");
    expect(Digits.parse("100.00")).toBe("100.00");
    for (const bad of ["abc", "", "1,0", true, null, undefined, 100, {}, []])
      expect(Digits.safeParse(bad).success).toBe(false);
  });

  it("take only a number where a request needs one", () => {
    expect(NumberToken.parse(parseJson("100.00"))).toBe("100.00");
    expect(NumberToken.safeParse("100.00").success).toBe(false);
  });

  it("read an id that is a number as its digits, beyond what a double holds", () => {
    expect(Text.parse(parseJson("9007199254740993"))).toBe("9007199254740993");
  });

  it("know both envelopes, with nulls where a serializer writes them, and no other body", () => {
    for (const body of [
      '{"success":true}',
      '{"statusCode":200}',
      '{"statusCode":"200","x":1}',
      '{"success":true,"message":null,"data":null,"errors":null}',
    ]) {
      expect(Envelope.safeParse(parseJson(body)).success, body).toBe(true);
    }
    for (const body of [
      "{}",
      "[]",
      "null",
      '"ok"',
      '{"message":"ok"}',
      '{"success":"yes"}',
      '{"success":null}',
    ]) {
      expect(Envelope.safeParse(parseJson(body)).success, body).toBe(false);
    }
  });

  it("pass on fields and values that nobody knows", () => {
    const row = Transfer.parse(parseJson('{"amount":1.50,"type":"brandNew","extra":{"a":1}}'));
    expect(row).toMatchObject({ amount: "1.50", type: "brandNew" });
    expect(row["extra"]).toBeDefined();
  });

  it("take no empty token", () => {
    expect(
      Tokens.safeParse(
        parseJson(
          '{"accessToken":"","refreshToken":"r","expirationToken":1,"expirationRefreshToken":1}',
        ),
      ).success,
    ).toBe(false);
  });
});
