import { describe, expect, test } from "vitest";

import { CardId, OperationId, OperatorId } from "./domain/ids";
import { Month } from "./domain/month";
import { ownPath, paths } from "./paths";

const cardId = CardId.parse("12345");
const operationId = OperationId.parse("019a0000-0000-7000-8000-000000000001");
const operatorId = OperatorId.parse("019a0000-0000-4000-8000-000000000002");
const month = Month.parse("2026-04");

test("every URL of the desk is on this list", () => {
  const urls: Record<keyof typeof paths, string[]> = {
    home: [paths.home()],
    locked: [paths.locked(), paths.locked("/operations")],
    setUp: [paths.setUp(), paths.setUp("/operations")],
    signIn: [
      paths.signIn(),
      paths.signIn("/cards/12345/funds?mode=channel"),
      paths.signIn("/"),
      paths.signIn(undefined, "no-role"),
    ],
    cards: [
      paths.cards(),
      paths.cards({ find: "TOPUP 1" }),
      paths.cards({ refused: "card-number" }),
    ],
    card: [paths.card(cardId)],
    funds: [
      paths.funds(cardId),
      paths.funds(cardId, { mode: "adjustment", operation: "WITHDRAW_FUNDS" }),
      paths.funds(cardId, { again: operationId }),
      paths.funds(cardId, { reverses: operationId }),
      paths.funds(cardId, { again: operationId, reverses: null }),
    ],
    movementsNow: [paths.movementsNow(cardId)],
    movements: [
      paths.movements(cardId, month),
      paths.movements(cardId, month, { q: "atm & co", flow: undefined, sort: "" }),
    ],
    cardNotes: [paths.cardNotes(cardId), paths.cardNotes(cardId, { page: "2" })],
    sense: [paths.sense(cardId, { amount: "1.00", reference: "TOPUP/1" })],
    operations: [paths.operations(), paths.operations({ status: "unknown" })],
    operation: [paths.operation(operationId)],
    operationStatus: [paths.operationStatus(operationId)],
    unsettled: [paths.unsettled(), paths.unsettled({ only: "old" })],
    unsettledVersion: [paths.unsettledVersion()],
    notes: [paths.notes()],
    settings: [paths.settings()],
    account: [paths.account()],
    people: [paths.people(), paths.people({ role: "agent", state: "locked-out", find: "ana" })],
    newPerson: [paths.newPerson()],
    person: [paths.person(operatorId)],
    peopleList: [paths.peopleList()],
    sessions: [paths.sessions()],
    settingsLine: [paths.settingsLine(), paths.settingsLine({ page: "2" })],
    pulse: [paths.pulse()],
    session: [paths.session()],
    proven: [paths.proven()],
    healthLive: [paths.healthLive()],
    healthReady: [paths.healthReady()],
    metrics: [paths.metrics()],
    proveAtProvider: [paths.proveAtProvider("/operations?status=unknown")],
  };
  expect(urls).toMatchInlineSnapshot(`
    {
      "account": [
        "/settings/account",
      ],
      "card": [
        "/cards/12345",
      ],
      "cardNotes": [
        "/cards/12345/notes",
        "/cards/12345/notes?page=2",
      ],
      "cards": [
        "/cards",
        "/cards?find=TOPUP+1",
        "/cards?refused=card-number",
      ],
      "funds": [
        "/cards/12345/funds",
        "/cards/12345/funds?mode=adjustment&operation=WITHDRAW_FUNDS",
        "/cards/12345/funds?again=019a0000-0000-7000-8000-000000000001",
        "/cards/12345/funds?reverses=019a0000-0000-7000-8000-000000000001",
        "/cards/12345/funds?again=019a0000-0000-7000-8000-000000000001",
      ],
      "healthLive": [
        "/api/health/live",
      ],
      "healthReady": [
        "/api/health/ready",
      ],
      "home": [
        "/",
      ],
      "locked": [
        "/locked",
        "/locked?callbackUrl=%2Foperations",
      ],
      "metrics": [
        "/api/metrics",
      ],
      "movements": [
        "/cards/12345/movements/2026-04",
        "/cards/12345/movements/2026-04?q=atm+%26+co",
      ],
      "movementsNow": [
        "/cards/12345/movements",
      ],
      "newPerson": [
        "/settings/people/new",
      ],
      "notes": [
        "/notes",
      ],
      "operation": [
        "/operations/019a0000-0000-7000-8000-000000000001",
      ],
      "operationStatus": [
        "/api/operations/019a0000-0000-7000-8000-000000000001",
      ],
      "operations": [
        "/operations",
        "/operations?status=unknown",
      ],
      "people": [
        "/settings/people",
        "/settings/people?role=agent&state=locked-out&find=ana",
      ],
      "peopleList": [
        "/api/people",
      ],
      "person": [
        "/settings/people/019a0000-0000-4000-8000-000000000002",
      ],
      "proveAtProvider": [
        "/api/auth/prove?callbackUrl=%2Foperations%3Fstatus%3Dunknown",
      ],
      "proven": [
        "/proven",
      ],
      "pulse": [
        "/api/pulse",
      ],
      "sense": [
        "/api/cards/12345/sense?amount=1.00&reference=TOPUP%2F1",
      ],
      "session": [
        "/api/session",
      ],
      "sessions": [
        "/settings/sessions",
      ],
      "setUp": [
        "/set-up",
        "/set-up?callbackUrl=%2Foperations",
      ],
      "settings": [
        "/settings",
      ],
      "settingsLine": [
        "/settings/line",
        "/settings/line?page=2",
      ],
      "signIn": [
        "/sign-in",
        "/sign-in?callbackUrl=%2Fcards%2F12345%2Ffunds%3Fmode%3Dchannel",
        "/sign-in",
        "/sign-in?error=no-role",
      ],
      "unsettled": [
        "/unsettled",
        "/unsettled?only=old",
      ],
      "unsettledVersion": [
        "/api/unsettled",
      ],
    }
  `);
});

describe("after signing in one comes back", () => {
  test.each(["/", "/cards/12345", "/cards/12345/movements/2026-04?q=atm#row"])("to %s", (text) => {
    expect(ownPath(text)).toBe(text);
  });

  test.each([
    null,
    undefined,
    "",
    "cards/12345",
    "//evil.example",
    "/\\evil.example",
    "/x/..//evil.example",
    "/\t/evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/sign-in?callbackUrl=/",
    "/api/auth/signout",
  ])("home instead of to %j", (text) => {
    expect(ownPath(text)).toBe("/");
  });
});
