"use client";

import { useFormContext } from "react-hook-form";

import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { CHANNELS, DESCRIPTION_MAX, OTHER_CHANNEL } from "@/lib/domain/operation";
import type { OperationForm } from "@/lib/domain/operation";
import { countCharacters } from "@/lib/domain/text";
import { useReader } from "@/lib/i18n/use-reader";

import { CustomKeysField } from "./custom-keys-field";
import { useProblem } from "./use-problem";

/** What only the channel mode carries: channel, description and custom keys. */
export function ChannelFields() {
  const { t } = useReader();
  const { register, watch } = useFormContext<OperationForm>();
  const otherProblem = useProblem("otherChannel");
  const isOther = watch("channel") === OTHER_CHANNEL;
  const used = countCharacters(watch("description").trim());
  const channels = CHANNELS.map((value) => ({ value, label: t(`funds.channels.${value}`) }));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("funds.channel")}
          emptyLabel={t("funds.chooseChannel")}
          options={[...channels, { value: OTHER_CHANNEL, label: t("funds.channels.OTHER") }]}
          error={useProblem("channel")}
          {...register("channel")}
        />
        {isOther && (
          <TextField
            label={t("funds.otherChannel")}
            help={t("funds.otherChannelHelp")}
            error={otherProblem}
            autoComplete="off"
            {...register("otherChannel")}
          />
        )}
      </div>
      <TextField
        label={t("funds.description")}
        help={t("funds.descriptionHelp")}
        error={useProblem("description")}
        aside={
          <span className={used > DESCRIPTION_MAX ? "font-medium text-refused" : undefined}>
            {used}/{DESCRIPTION_MAX}
          </span>
        }
        autoComplete="off"
        {...register("description")}
      />
      <CustomKeysField />
    </>
  );
}
