import { describe, expect, it } from "vitest";

import { openBareList, openEnvelope } from "./envelope";

describe("a body of the issuer", () => {
  it.each([
    ['{"success":true,"message":"ok","data":{}}', "success", null],
    ['{"success":true}', "success", null],
    ['{"success":true,"message":null,"data":null,"errors":null}', "success", null],
    ['{"success":true,"errors":[]}', "success", null],
    ['{"success":false,"message":"no"}', "failure", null],
    [
      '{"success":false,"errors":[{"code":"7303","message":"Insufficient funds."}]}',
      "failure",
      "7303",
    ],
    ['{"success":false,"errors":[{"code":7303}]}', "failure", "7303"],
    ['{"success":false,"errors":[{"code":"7303","message":null}]}', "failure", "7303"],
    ['{"success":false,"errors":[{"code":"7000"},{"code":"7006"}]}', "failure", "7006"],
    ['{"success":true,"errors":[{"code":"7303"}]}', "success", "7303"],
    ['{"success":false,"statusCode":200}', "failure", null],
    ['{"statusCode":200,"message":"ok","data":{}}', "success", null],
    ['{"statusCode":201,"message":"ok"}', "success", null],
    ['{"statusCode":"200"}', "success", null],
    ['{"statusCode":404,"message":"no"}', "failure", null],
    ['{"statusCode":2000}', "failure", null],
    ['{"statusCode":400,"errors":[{"code":"7303"}]}', "failure", "7303"],
    ["{}", "none", null],
    ["[]", "none", null],
    ["", "none", null],
    ["null", "none", null],
    ["<html>502</html>", "none", null],
    ['{"success":true', "none", null],
    ['{"success":true}{"success":false}', "none", null],
    ['{"success":"true"}', "none", null],
    ['{"message":"ok","data":{}}', "none", null],
    ['{"success":false,"errors":"7303"}', "none", null],
    ['{"__proto__":{"success":true}}', "none", null],
  ])("%s says %s with the code %s", (text, says, code) => {
    expect(openEnvelope(text)).toMatchObject({ says, code });
  });

  it("says nothing when it is nested deeper than can be read", () => {
    expect(openEnvelope("[".repeat(500_000)).says).toBe("none");
    expect(openEnvelope(`{"success":true,"data":${"[".repeat(200_000)}`).says).toBe("none");
    expect(openBareList("[".repeat(500_000))).toBeNull();
  });

  it("gives the message of the code before the one around it", () => {
    const text =
      '{"success":false,"message":"Validation failed","errors":[{"code":"7303","message":"Insufficient funds."}]}';
    expect(openEnvelope(text).message).toBe("Insufficient funds.");
    expect(openEnvelope('{"success":false,"message":"Validation failed"}').message).toBe(
      "Validation failed",
    );
  });

  it("gives a message without card numbers, and not a longer one than anybody reads", () => {
    const envelope = (message: string) => JSON.stringify({ success: false, message });
    expect(openEnvelope(envelope("4111 1111 1111 1111 is blocked")).message).toBe(
      "**** **** **** 1111 is blocked",
    );
    expect(openEnvelope(envelope("x".repeat(100_000))).message).toHaveLength(1000);
  });

  it("may be a bare list for a read, and only for a read", () => {
    expect(openBareList("[]")).toEqual([]);
    expect(openBareList(' \n[{"a":"b"}]')).toEqual([{ a: "b" }]);
    expect(openBareList('{"success":true}')).toBeNull();
    expect(openBareList("[1,")).toBeNull();
  });
});
