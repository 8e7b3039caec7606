"use client";

import { useFormContext } from "react-hook-form";

import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { OBSERVATIONS_MAX } from "@/lib/domain/operation";
import type { OperationForm } from "@/lib/domain/operation";
import { countCharacters } from "@/lib/domain/text";
import { useReader } from "@/lib/i18n/use-reader";

import type { Reason } from "./funds-form";
import { useProblem } from "./use-problem";

/** What only an adjustment carries: observations, and a reason that stays with us. */
export function AdjustmentFields({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useReader();
  const { register, watch } = useFormContext<OperationForm>();
  const used = countCharacters(watch("observations").trim());
  return (
    <>
      <SelectField
        label={t("funds.reason")}
        emptyLabel={t("funds.chooseReason")}
        help={t("funds.reasonHelp")}
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
        error={useProblem("reasonCode")}
        {...register("reasonCode")}
      />
      <TextAreaField
        label={t("funds.observations")}
        help={t("funds.observationsHelp")}
        error={useProblem("observations")}
        counter={{
          used,
          limit: OBSERVATIONS_MAX,
          label: t("funds.charactersLeft", { count: OBSERVATIONS_MAX - used }),
        }}
        {...register("observations")}
      />
    </>
  );
}
