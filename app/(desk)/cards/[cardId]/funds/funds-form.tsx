"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import type { UseFormReturn } from "react-hook-form";

import type { Card } from "@/lib/domain/card";
import type { FieldProblem } from "@/lib/domain/failure";
import type { OperationId, OperatorId } from "@/lib/domain/ids";
import type { Money } from "@/lib/domain/money";
import { operationSchema } from "@/lib/domain/operation";
import type { Direction, OperationForm, OperationRequest } from "@/lib/domain/operation";
import { asProblem } from "@/lib/domain/problem";

import { FieldsStep } from "./fields-step";
import type { Reversed } from "./reversed";
import { takeNewReference } from "./new-reference";
import { ReviewStep } from "./review-step";
import { SenseNotices } from "./sense-notices";
import { SentElsewhere, SubmitProblemNotice } from "./submit-problem";
import { SummaryPanel } from "./summary-panel";
import { useConfirm } from "./use-confirm";
import { useDraft } from "./use-draft";
import { useStep } from "./use-step";
import type { SubmitProblem } from "./use-submit";

type Form = UseFormReturn<OperationForm, unknown, OperationRequest>;

export interface Reason {
  readonly code: string;
  readonly label: string;
}

interface FundsFormProps {
  card: Card;
  operatorId: OperatorId;
  /** The directions that the operator's role may move money in. */
  allowed: readonly Direction[];
  reasons: readonly Reason[];
  startForm: OperationForm;
  asked: Partial<Pick<OperationForm, "mode" | "direction">>;
  isFresh: boolean;
  /** What it takes back: then direction and currency are fixed, and the amount is bounded. */
  reversed: Reversed | null;
  /** Up to these amounts it takes no fresh proof of who sends it. */
  provesOver: readonly Money[];
}

/** The funds operation: the fields, then the review, then off to the operation's own page. */
export function FundsForm(props: FundsFormProps) {
  const { card, operatorId, reasons, allowed, reversed, provesOver, ...start } = props;
  const reverses = reversed?.operationId ?? null;
  const schema = useSchema(reasons, reversed);
  const form = useForm<OperationForm, unknown, OperationRequest>({
    resolver: zodResolver(schema),
    defaultValues: { ...start.startForm, ...start.asked },
  });
  const draft = useDraft(form, { operatorId, cardId: card.id, reverses, ...start });
  const step = useStep();
  const values = useWatch({ control: form.control, compute: (current: OperationForm) => current });
  const parsed = schema.safeParse(values);
  const isReview = step.isReview && parsed.success;
  const { confirm, problem, forget, ...sending } = useConfirm({
    card,
    form,
    draft,
    reverses,
    request: isReview ? parsed.data : null,
  });

  function correct() {
    if (problem?.kind === "invalid") markFields(form, problem.fields);
    forget();
    step.goToFields();
  }

  async function newReference() {
    forget();
    if (!(await takeNewReference(form, draft))) step.goToFields();
  }

  function startAnew() {
    forget();
    draft.startAnew();
    if (step.isReview) step.goToFields();
  }

  const ways = { onCorrect: correct, onStartAnew: startAnew };
  const blocking = <InTheWay sentElsewhere={draft.sentElsewhere} problem={problem} {...ways} />;

  return (
    <FormProvider {...form}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 md:grid-cols-[minmax(0,30rem)_22.5rem]">
        {isReview ? (
          <ReviewStep
            card={card}
            request={parsed.data}
            reasons={reasons}
            reversed={reversed}
            provesOver={provesOver}
            isSending={sending.isSending}
            isLooking={sending.isWaiting}
            sensed={<SenseNotices {...sending} onNewReference={() => void newReference()} />}
            isBlocked={draft.sentElsewhere !== null}
            notice={blocking}
            onBack={correct}
            onConfirm={() => void confirm()}
          />
        ) : (
          <FieldsStep
            {...{ card, allowed, reasons, reversed, draft, step }}
            notice={blocking}
            isReady={draft.operationId !== null && draft.sentElsewhere === null}
          />
        )}
        <SummaryPanel card={card} request={parsed.success ? parsed.data : null} form={values} />
      </div>
    </FormProvider>
  );
}

interface InTheWayProps {
  sentElsewhere: OperationId | null;
  problem: SubmitProblem | null;
  onCorrect: () => void;
  onStartAnew: () => void;
}

/** What keeps it from being sent, if anything does. */
function InTheWay({ sentElsewhere, problem, onCorrect, onStartAnew }: InTheWayProps) {
  if (sentElsewhere !== null) {
    return <SentElsewhere operationId={sentElsewhere} onStartAnew={onStartAnew} />;
  }
  if (problem === null) return null;
  return <SubmitProblemNotice {...{ problem, onCorrect, onStartAnew }} />;
}

function useSchema(reasons: readonly Reason[], reversed: Reversed | null) {
  return useMemo(() => {
    const codes = reasons.map((reason) => reason.code);
    return operationSchema(codes, reversed?.left ?? null);
  }, [reasons, reversed]);
}

const FIELDS = [
  "mode",
  "direction",
  "amount",
  "currency",
  "reference",
  "channel",
  "otherChannel",
  "description",
  "customKeys",
  "observations",
  "reasonCode",
] as const satisfies readonly (keyof OperationForm)[];

/** Shows at its field what the desk found wrong there. */
function markFields(form: Form, problems: readonly FieldProblem[]): void {
  for (const { path, problem } of problems) {
    const field = fieldOf(path);
    if (field !== null && asProblem(problem)) form.setError(field, { message: problem });
  }
}

/** The form's field for a path of the server's, which may point inside a list. */
function fieldOf(path: string): (typeof FIELDS)[number] | null {
  return FIELDS.find((field) => path === field || path.startsWith(`${field}.`)) ?? null;
}
