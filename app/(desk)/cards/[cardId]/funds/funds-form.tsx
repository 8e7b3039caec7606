"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";

import type { Card } from "@/lib/domain/card";
import type { OperatorId } from "@/lib/domain/ids";
import { toDecimal } from "@/lib/domain/money";
import { operationSchema } from "@/lib/domain/operation";
import type { Direction, OperationForm, OperationRequest } from "@/lib/domain/operation";
import { asProblem } from "@/lib/domain/problem";

import { FieldsStep } from "./fields-step";
import { ReviewStep } from "./review-step";
import { SentElsewhere, SubmitProblemNotice } from "./submit-problem";
import { SummaryPanel } from "./summary-panel";
import { useDraft } from "./use-draft";
import { useStep } from "./use-step";
import { useSubmit } from "./use-submit";

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
}

/** The funds operation: the fields, then the review, then off to the operation's own page. */
export function FundsForm({ card, operatorId, reasons, allowed, ...start }: FundsFormProps) {
  const schema = useMemo(() => operationSchema(reasons.map((reason) => reason.code)), [reasons]);
  const form = useForm<OperationForm, unknown, OperationRequest>({
    resolver: zodResolver(schema),
    defaultValues: { ...start.startForm, ...start.asked },
  });
  const draft = useDraft(form, { operatorId, cardId: card.id, ...start });
  const step = useStep();
  const { submit, isSending, problem, forget } = useSubmit(() => draft.end());
  const values = useWatch({ control: form.control, compute: (current: OperationForm) => current });
  const parsed = schema.safeParse(values);

  async function confirm() {
    const { operationId } = draft;
    if (operationId === null) return;
    const balanceSeen = card.balance === null ? null : toDecimal(card.balance);
    await submit({ cardId: card.id, operationId, balanceSeen, form: form.getValues() });
  }

  function correct() {
    if (problem?.kind === "invalid") {
      for (const { path, problem: message } of problem.fields) {
        const field = fieldOf(path);
        if (field !== null && asProblem(message)) form.setError(field, { message });
      }
    }
    forget();
    step.goToFields();
  }

  function startAnew() {
    forget();
    draft.startAnew();
    if (step.isReview) step.goToFields();
  }

  const blocking =
    draft.sentElsewhere === null ? (
      problem !== null && (
        <SubmitProblemNotice problem={problem} onCorrect={correct} onStartAnew={startAnew} />
      )
    ) : (
      <SentElsewhere operationId={draft.sentElsewhere} onStartAnew={startAnew} />
    );

  return (
    <FormProvider {...form}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 md:grid-cols-[minmax(0,30rem)_22.5rem]">
        {step.isReview && parsed.success ? (
          <ReviewStep
            card={card}
            request={parsed.data}
            reasons={reasons}
            isSending={isSending}
            isBlocked={draft.sentElsewhere !== null}
            notice={blocking}
            onBack={correct}
            onConfirm={() => void confirm()}
          />
        ) : (
          <FieldsStep
            {...{ card, allowed, reasons, draft, step }}
            notice={blocking}
            isReady={draft.operationId !== null && draft.sentElsewhere === null}
          />
        )}
        <SummaryPanel card={card} request={parsed.success ? parsed.data : null} form={values} />
      </div>
    </FormProvider>
  );
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

/** The form's field for a path of the server's, which may point inside a list. */
function fieldOf(path: string): (typeof FIELDS)[number] | null {
  return FIELDS.find((field) => path === field || path.startsWith(`${field}.`)) ?? null;
}
