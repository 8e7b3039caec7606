"use client";

import { useState } from "react";

import { RadioCards } from "@/components/form/radio-cards";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import type { OperationId } from "@/lib/domain/ids";
import { useReader } from "@/lib/i18n/use-reader";

import { settleByHandAction } from "./actions";
import { DecisionFailureNotice } from "./decision-failure";
import { problemAt, useDecision } from "./use-decision";

/** Where no feed will ever say it: a supervisor records what became of the operation, and why. */
export function SettleByHand({ operationId }: { operationId: OperationId }) {
  const { t } = useReader();
  const { run, working, failure, area } = useDecision();
  const [outcome, setOutcome] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [movementId, setMovementId] = useState("");
  const errorAt = (path: string) => {
    const problem = problemAt(failure, path);
    return problem === null ? undefined : t(`problems.${problem}`);
  };
  const record = () =>
    run("record", () => settleByHandAction({ operationId, outcome, reason, movementId }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <div ref={area} className="flex flex-col gap-4">
        <p className="max-w-words text-ink-soft">{t("settle.byHand.lead")}</p>
        <DecisionFailureNotice failure={failure} />
        <OutcomeChoice error={errorAt("outcome")} onChoose={setOutcome} />
        {outcome === "applied" && (
          <TextField
            label={t("settle.byHand.movementId")}
            help={t("settle.byHand.movementHelp")}
            aside={t("common.optional")}
            error={errorAt("movementId")}
            isMono
            autoComplete="off"
            value={movementId}
            onChange={(event) => setMovementId(event.target.value)}
          />
        )}
        <TextAreaField
          label={t("settle.byHand.reason")}
          help={t("settle.byHand.reasonHelp")}
          error={errorAt("reason")}
          rows={2}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          type="submit"
          variant="primary"
          size="lg"
          className="self-start"
          isBusy={working !== null}
        >
          {t("settle.byHand.submit")}
        </Button>
      </div>
    </form>
  );
}

interface OutcomeChoiceProps {
  error: string | undefined;
  onChoose: (outcome: string) => void;
}

function OutcomeChoice({ error, onChoose }: OutcomeChoiceProps) {
  const { t } = useReader();
  return (
    <RadioCards
      legend={t("settle.byHand.outcome")}
      name="outcome"
      error={error}
      onChange={(event) => onChoose(event.target.value)}
      cards={[
        {
          value: "applied",
          title: t("settle.byHand.applied"),
          explanation: t("settle.byHand.appliedMeans"),
        },
        {
          value: "not-applied",
          title: t("settle.byHand.notApplied"),
          explanation: t("settle.byHand.notAppliedMeans"),
        },
      ]}
    />
  );
}
