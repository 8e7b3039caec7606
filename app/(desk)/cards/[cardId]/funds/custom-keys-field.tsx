"use client";

import { Plus, X } from "lucide-react";
import type { ClipboardEvent } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";

import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { parseKeyValueLines } from "@/lib/domain/custom-keys";
import type { OperationForm } from "@/lib/domain/operation";
import { useReader } from "@/lib/i18n/use-reader";

import { useProblem } from "./use-problem";

/** Rows of key and value. Lines such as `campaign=loyalty` can be pasted into any key. */
export function CustomKeysField() {
  const { t } = useReader();
  const { control, getValues } = useFormContext<OperationForm>();
  const { fields, append, remove, replace } = useFieldArray({ control, name: "customKeys" });
  const error = useProblem("customKeys");

  function paste(event: ClipboardEvent<HTMLInputElement>, index: number) {
    const rows = parseKeyValueLines(event.clipboardData.getData("text"));
    if (rows === null) return;
    event.preventDefault();
    const present = getValues("customKeys");
    replace([...present.slice(0, index), ...rows, ...present.slice(index + 1)]);
  }

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 flex w-full items-baseline justify-between text-xs font-medium">
        {t("funds.customKeys")}
        <span className="font-normal text-ink-soft">{t("common.optional")}</span>
      </legend>
      {fields.map((field, index) => (
        <KeyRow
          key={field.id}
          index={index}
          onPaste={(event) => paste(event, index)}
          onRemove={() => remove(index)}
        />
      ))}
      {error !== undefined && <p className="text-xs text-refused">{error}</p>}
      <div className="flex items-center justify-between gap-4">
        <p className="text-xs text-ink-soft">{t("funds.customKeysHelp")}</p>
        <Button size="md" onClick={() => append({ key: "", value: "" })}>
          <Icon of={Plus} />
          {t("funds.addKey")}
        </Button>
      </div>
    </fieldset>
  );
}

interface KeyRowProps {
  index: number;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  onRemove: () => void;
}

function KeyRow({ index, onPaste, onRemove }: KeyRowProps) {
  const { t } = useReader();
  const { register } = useFormContext<OperationForm>();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2rem] items-start gap-2">
      <TextField
        isMono
        label={t("funds.key")}
        error={useProblem(`customKeys.${index}.key`)}
        autoComplete="off"
        onPaste={onPaste}
        {...register(`customKeys.${index}.key`)}
      />
      <TextField
        label={t("funds.value")}
        error={useProblem(`customKeys.${index}.value`)}
        autoComplete="off"
        {...register(`customKeys.${index}.value`)}
      />
      <Button
        variant="quiet"
        className="mt-5 size-9 px-0"
        aria-label={t("funds.removeKey", { number: String(index + 1) })}
        onClick={onRemove}
      >
        <Icon of={X} />
      </Button>
    </div>
  );
}
