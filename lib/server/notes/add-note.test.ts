import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CardId } from "@/lib/domain/ids";
import type { OperationId } from "@/lib/domain/ids";
import type { Actor } from "@/lib/server/desk";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { readOperation } from "@/lib/server/operations/read-operation";
import {
  adjustmentForm,
  channelForm,
  newOperationId,
  newReference,
  startDeskWithSandbox,
  submission,
} from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";
import { journalOf } from "@/lib/testing/looks";

import { addNote } from "./add-note";
import { listNotes } from "./list-notes";

let test: DeskWithSandbox;
let agent: Actor;
let supervisor: Actor;

beforeAll(async () => {
  test = await startDeskWithSandbox();
  agent = await test.signedIn("agent", "Aura Agente");
  supervisor = await test.signedIn("supervisor", "Sofía Castañeda");
});
afterAll(() => test.close());

/** An operation of the agent's without a text of its own. */
async function sent(reference = newReference(), cardId = "12345"): Promise<OperationId> {
  const operationId = newOperationId();
  const form = channelForm({ reference, description: "" });
  const submitted = await submitOperation(
    test.desk,
    agent,
    submission(form, { operationId, cardId }),
  );
  if (!submitted.ok) throw new Error(`It was not sent: ${submitted.failure.kind}`);
  test.clock.advance(1_000);
  return operationId;
}

const add = (operationId: string, text: string, actor = agent) =>
  addNote(test.desk, actor, { operationId, text });
const noteKinds = async (operationId: string) =>
  (await journalOf(test.db, operationId)).filter((kind) => kind === "operation.noted");

describe("adding a note", () => {
  it.each(["", "SBX-7303", "SBX-DROP-BEFORE"])(
    "puts it at the end of the story, and changes no outcome (%s)",
    async (mark) => {
      const operationId = await sent(newReference(mark === "" ? "NOTED" : mark));
      const before = await readOperation(test.desk, agent, operationId);
      const typed = "  Línea 1\nLínea 2: lo confirmó por teléfono \u0000 ";
      expect(await add(operationId, typed, supervisor)).toEqual({
        ok: true,
        value: { operationId },
      });
      const after = await readOperation(test.desk, agent, operationId);
      if (!before.ok || !after.ok) throw new Error("The story cannot be read.");
      expect(after.value.operation).toEqual(before.value.operation);
      expect(after.value.entries.at(-1)).toEqual({
        at: test.clock.now(),
        by: "Sofía Castañeda",
        role: "supervisor",
        event: { kind: "operation.noted", text: "Línea 1\nLínea 2: lo confirmó por teléfono" },
      });
    },
  );

  it("keeps every note, and takes the same text again for the note that is there", async () => {
    const operationId = await sent();
    await add(operationId, "Primera");
    await Promise.all(Array.from({ length: 10 }, () => add(operationId, "Segunda")));
    expect(await noteKinds(operationId)).toHaveLength(2);
    await add(operationId, "Primera");
    await add(operationId, "Primera", supervisor);
    expect(await noteKinds(operationId)).toHaveLength(4);
  });

  it.each([
    ["", "note.empty"],
    [" \n\u0000 ", "note.empty"],
    ["x".repeat(501), "text.long"],
    ["x".repeat(10_001), "text.long"],
    ["pagó con 4111 1111 1111 1111", "text.card-number"],
  ])(
    "refuses a text with words for its field, and keeps nothing of it (%#)",
    async (text, problem) => {
      const operationId = await sent();
      expect(await add(operationId, text)).toEqual({
        ok: false,
        failure: { kind: "invalid", fields: [{ path: "text", problem }] },
      });
      expect(await noteKinds(operationId)).toEqual([]);
    },
  );

  it("is denied to an auditor, who reads them", async () => {
    const operationId = await sent();
    const auditor = await test.signedIn("auditor");
    expect(await add(operationId, "Visto", auditor)).toEqual({
      ok: false,
      failure: { kind: "denied", permission: "note.write" },
    });
    expect(await noteKinds(operationId)).toEqual([]);
  });

  it("on no operation, or as anything but a note, is refused", async () => {
    expect(await add(newOperationId(), "Nada")).toEqual({
      ok: false,
      failure: { kind: "not-found", what: "operation" },
    });
    for (const input of [null, "text", {}, { operationId: "1", text: "a" }]) {
      expect(await addNote(test.desk, agent, input)).toMatchObject({
        ok: false,
        failure: { kind: "invalid" },
      });
    }
  });
});

describe("the list of notes", () => {
  it("holds what was added later at the time at which it was, with who and on what", async () => {
    const cardId = CardId.parse("12360");
    const operationId = await sent(newReference(), cardId);
    const adjusted = adjustmentForm({ observations: "Entre las dos" });
    await submitOperation(test.desk, agent, submission(adjusted, { cardId }));
    test.clock.advance(1_000);
    await add(operationId, "La última", supervisor);
    const notes = await listNotes(test.desk, agent, { cardId });
    expect(notes.map(({ text, kind, by, role }) => [text, kind, by, role])).toEqual([
      ["La última", "note", "Sofía Castañeda", "supervisor"],
      ["Entre las dos", "observations", "Aura Agente", "agent"],
    ]);
    expect(notes[0]?.operation.id).toBe(operationId);
    const pages = [0, 1].map((offset) => listNotes(test.desk, agent, { cardId, limit: 1, offset }));
    expect((await Promise.all(pages)).flat()).toEqual(notes);
  });

  it("of an agent holds notes that others wrote on the agent's operations, and no others", async () => {
    const other = await test.signedIn("agent");
    const operationId = await sent();
    await add(operationId, "Para quien la envió", supervisor);
    const texts = async (actor: Actor) =>
      (await listNotes(test.desk, actor, {})).map((note) => note.text);
    expect(await texts(agent)).toContain("Para quien la envió");
    expect(await texts(other)).toEqual([]);
    await add(operationId, "De otra persona", other);
    expect(await texts(other)).toEqual(["De otra persona"]);
    expect(await texts(supervisor)).toContain("De otra persona");
  });
});
