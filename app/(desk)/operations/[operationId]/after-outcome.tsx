import { AddNote } from "@/app/_notes/add-note";
import { ClientMessages } from "@/app/client-messages";
import { may } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { desk } from "@/lib/server/desk";
import type { Actor } from "@/lib/server/desk";
import type { OperationStory } from "@/lib/server/operations/read-operation";
import { readReversals } from "@/lib/server/operations/read-reversals";

import { NextSteps } from "./next-steps";
import { isSpent } from "./outcome-words";
import { ReversalPanel } from "./reversal-panel";

interface AfterOutcomeProps {
  reader: Reader;
  story: OperationStory;
  actor: Actor;
}

/** Under the receipt: what takes it back, where to go next, and a note for those who read later. */
export async function AfterOutcome({ reader, story, actor }: AfterOutcomeProps) {
  const { operation } = story;
  const { operator } = actor;
  const reversals = await readReversals(desk(), actor, operation);
  const isMoneyGone = isSpent(story);
  const note = may(operator, "note.write") && (
    <ClientMessages namespaces={["notes", "problems"]}>
      <AddNote operationId={operation.id} operatorId={operator.id} />
    </ClientMessages>
  );
  return (
    <>
      {/* Where nothing can be sent again, the note is what there is to do. */}
      {isMoneyGone && note}
      <ReversalPanel reader={reader} operation={operation} reversals={reversals} />
      <NextSteps
        reader={reader}
        operation={operation}
        operator={operator}
        left={reversals.left}
        isSpent={isMoneyGone}
      />
      {!isMoneyGone && note}
    </>
  );
}
