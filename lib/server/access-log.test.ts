import { describe, expect, test } from "vitest";

import { objectsIn, placeIn } from "./access-log";

const OPERATION = "019e0000-0000-7000-8000-00000000bad1";

describe("what an action was about", () => {
  test("is its ids, and nothing else that came along", () => {
    const input = {
      operationId: OPERATION,
      cardId: "12345",
      form: { amount: "1.00", observations: "Llamó doña Marta" },
      reason: "free text",
      password: "sandbox-sandbox",
    };
    expect(objectsIn(input)).toEqual({ operationId: OPERATION, cardId: "12345" });
    expect(objectsIn(OPERATION)).toEqual({ operationId: OPERATION });
  });

  test.each([
    { cardId: "4111111111111111" },
    { cardId: "../7" },
    { operationId: "'; drop table" },
    "4111111111111111",
    "free text",
    null,
    undefined,
    7,
    [OPERATION],
  ])("is not what only stands in its place: %j", (input) => {
    expect(objectsIn(input)).toEqual({});
  });
});

describe("the place that an address names", () => {
  test.each([
    ["/", "/", {}],
    ["/cards/12345/funds", "/cards/[cardId]/funds", { cardId: "12345" }],
    [
      "/api/cards/12345/movements/2026-04",
      "/api/cards/[cardId]/movements/[month]",
      { cardId: "12345", month: "2026-04" },
    ],
    [`/operations/${OPERATION}`, "/operations/[id]", { id: OPERATION }],
    ["/cards/4111111111111111/funds", "/cards/*/funds", {}],
    ["/cards/Doña%20Marta", "/cards/*", {}],
    ["/x\r\n{}/", "/*/", {}],
  ])("%j is %j", (pathname, door, objects) => {
    expect(placeIn(pathname)).toEqual({ door, objects });
  });
});
