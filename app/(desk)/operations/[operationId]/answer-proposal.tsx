"use client";

import { useState } from "react";

import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import type { OperationId } from "@/lib/domain/ids";
import { useReader } from "@/lib/i18n/use-reader";

import { confirmProposalAction, rejectProposalAction } from "./actions";
import { DecisionFailureNotice } from "./decision-failure";
import { problemAt, useDecision } from "./use-decision";

interface AnswerProposalProps {
  operationId: OperationId;
  movementId: string;
}

/** A supervisor's yes or no to a proposed movement, with the reason that both need. */
export function AnswerProposal({ operationId, movementId }: AnswerProposalProps) {
  const { t } = useReader();
  const { run, working, failure, area } = useDecision();
  const [reason, setReason] = useState("");
  const problem = problemAt(failure, "reason");
  const input = { operationId, movementId, reason };
  const answer = (name: "yes" | "no") =>
    run(name, () => (name === "yes" ? confirmProposalAction(input) : rejectProposalAction(input)));
  return (
    <div ref={area} className="flex flex-col gap-3">
      <DecisionFailureNotice failure={failure} />
      <TextAreaField
        label={t("settle.proposal.reason")}
        help={t("settle.proposal.reasonHelp")}
        error={problem === null ? undefined : t(`problems.${problem}`)}
        rows={2}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ul className="flex flex-col gap-0.5 text-xs text-ink-soft">
        <li>{t("settle.proposal.yesMeans")}</li>
        <li>{t("settle.proposal.noMeans")}</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          size="lg"
          isBusy={working === "yes"}
          onClick={() => void answer("yes")}
        >
          {t("settle.proposal.yes")}
        </Button>
        <Button size="lg" isBusy={working === "no"} onClick={() => void answer("no")}>
          {t("settle.proposal.no")}
        </Button>
      </div>
    </div>
  );
}
