import { afterAll, beforeAll, expect, test } from "vitest";

import { CardId } from "@/lib/domain/ids";
import { readCard } from "@/lib/server/cards/read-card";
import type { Actor } from "@/lib/server/desk";
import { submitOperation } from "@/lib/server/operations/submit-operation";
import { adjustmentForm, channelForm, startDeskWithSandbox, submission } from "@/lib/testing/desk";
import type { DeskWithSandbox } from "@/lib/testing/desk";

import { listNotes } from "./list-notes";

let started: DeskWithSandbox;
let supervisor: Actor;
let auditor: Actor;

beforeAll(async () => {
  started = await startDeskWithSandbox();
  supervisor = await started.signedIn("supervisor", "Sofía Castañeda");
  auditor = await started.signedIn("auditor");
  await readCard(started.desk, supervisor, CardId.parse("12345"));
  await submit(adjustmentForm({ observations: "Cobro doble del 17 de abril" }), "12345");
  await submit(channelForm({ description: "Recarga pedida por teléfono" }), "12345");
  await submit(channelForm({ description: "" }), "12345");
  await submit(adjustmentForm({ observations: "Otra tarjeta" }), "12347");
});
afterAll(() => started.close());

async function submit(form: ReturnType<typeof channelForm>, cardId: string) {
  // A note's place in the list is its time.
  started.clock.advance(1_000);
  const submitted = await submitOperation(started.desk, supervisor, submission(form, { cardId }));
  if (!submitted.ok) throw new Error(`It was not sent: ${submitted.failure.kind}`);
}

test("everybody's notes are listed newest first, and operations without a text are not", async () => {
  const notes = await listNotes(started.desk, auditor, {});
  expect(notes.map((note) => note.text)).toEqual([
    "Otra tarjeta",
    "Recarga pedida por teléfono",
    "Cobro doble del 17 de abril",
  ]);
});

test("an agent's list of all notes holds the agent's own, and a card's holds everybody's", async () => {
  const agent = await started.signedIn("agent");
  expect(await listNotes(started.desk, agent, {})).toEqual([]);
  const onCard = await listNotes(started.desk, agent, { cardId: CardId.parse("12345") });
  expect(onCard).toHaveLength(2);
});

test("a note says who wrote it in which role, on whose card, and what became of it", async () => {
  const [note] = await listNotes(started.desk, auditor, {
    cardId: CardId.parse("12345"),
    offset: 1,
  });
  expect(note).toMatchObject({
    kind: "observations",
    by: "Sofía Castañeda",
    role: "supervisor",
    holder: "Ana López",
    lastFour: "2345",
    operation: { reasonCode: "goodwill", status: "applied" },
  });
});

test("a card that nobody has looked at has its notes all the same", async () => {
  const notes = await listNotes(started.desk, auditor, { cardId: CardId.parse("12347") });
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatchObject({ holder: null, lastFour: null });
});

test("a page of notes is as long as it was asked to be", async () => {
  expect(await listNotes(started.desk, auditor, { limit: 2 })).toHaveLength(2);
  expect(await listNotes(started.desk, auditor, { limit: 2, offset: 2 })).toHaveLength(1);
});

test("the reason to send one that is like another stands among the notes, above its observations", async () => {
  started.clock.advance(1_000);
  const form = adjustmentForm({ observations: "La segunda del día" });
  const input = {
    ...submission(form, { cardId: "12348" }),
    goOnReason: "La pidió dos veces",
  };
  expect(await submitOperation(started.desk, supervisor, input)).toMatchObject({ ok: true });
  const notes = await listNotes(started.desk, auditor, { cardId: CardId.parse("12348") });
  expect(notes).toMatchObject([
    { kind: "goOnReason", text: "La pidió dos veces", by: "Sofía Castañeda", role: "supervisor" },
    { kind: "observations", text: "La segunda del día" },
  ]);
  const [newest] = await listNotes(started.desk, auditor, { limit: 1 });
  expect(newest).toMatchObject({ kind: "goOnReason" });
});
