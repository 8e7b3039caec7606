"use client";

import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";

import { askDesk } from "@/app/_session/ask-desk";
import { MoneyField } from "@/components/form/money-field";
import { RadioCards } from "@/components/form/radio-cards";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Card } from "@/lib/domain/card";
import { Currency, allCurrencies } from "@/lib/domain/currency";
import { minorUnitsOf } from "@/lib/domain/minor-units";
import { money } from "@/lib/domain/money";
import type { Direction, OperationForm, OperationRequest } from "@/lib/domain/operation";
import { formatAmount, formatMoney } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useReader } from "@/lib/i18n/use-reader";

import { suggestReferenceAction } from "./actions";
import { AdjustmentFields } from "./adjustment-fields";
import { ChannelFields } from "./channel-fields";
import type { Reason } from "./funds-form";
import type { Reversed } from "./reversed";
import type { useDraft } from "./use-draft";
import { useProblem } from "./use-problem";
import type { useStep } from "./use-step";

interface FieldsStepProps {
  card: Card;
  allowed: readonly Direction[];
  reasons: readonly Reason[];
  reversed: Reversed | null;
  draft: ReturnType<typeof useDraft>;
  step: ReturnType<typeof useStep>;
  notice: ReactNode;
  /** The draft is there, and nobody else has sent it. */
  isReady: boolean;
}

/** First step: what to do, in which mode, how much. */
export function FieldsStep(props: FieldsStepProps) {
  const { card, allowed, reasons, reversed, draft, step, ...rest } = props;
  const { t } = useReader();
  const form = useFormContext<OperationForm, unknown, OperationRequest>();
  const suggest = useSuggestion(draft);
  const mode = form.watch("mode");

  return (
    <form
      noValidate
      aria-label={t("funds.title")}
      // The bar at the bottom must not cover what has the focus.
      className="flex flex-col gap-5 [&_:is(input,select,textarea,button)]:scroll-mb-36"
      onSubmit={(event) => {
        // Not ready means that the id of this intent is not known yet, or is already used.
        if (!rest.isReady) event.preventDefault();
        else void form.handleSubmit(() => step.goToReview())(event);
      }}
    >
      <RadioCards
        legend={t("funds.mode.label")}
        cards={(["channel", "adjustment"] as const).map((value) => ({
          value,
          title: t(`funds.mode.${value}`),
          explanation: t(`funds.mode.${value}Explanation`),
        }))}
        {...form.register("mode", { onChange: (event) => step.keep("mode", valueOf(event)) })}
      />
      <DirectionField
        allowed={allowed}
        isFixed={reversed !== null}
        onChosen={(direction) => {
          step.keep("operation", direction);
          void suggest(direction);
        }}
      />
      <AmountFields card={card} reversed={reversed} />
      <ReferenceField />
      {mode === "channel" ? <ChannelFields /> : <AdjustmentFields reasons={reasons} />}
      {rest.notice}
      {/* Stays in sight however many fields or errors there are. */}
      <div className="sticky bottom-0 z-10 -mx-1 flex justify-end border-t bg-surface px-1 py-3 max-sm:bottom-14">
        <Button type="submit" variant="primary" size="lg" className="min-w-36">
          {t("funds.review")}
        </Button>
      </div>
    </form>
  );
}

function DirectionField({
  allowed,
  isFixed,
  onChosen,
}: {
  allowed: readonly Direction[];
  /** The only one that there is: the opposite of what the form takes back. */
  isFixed: boolean;
  onChosen: (direction: Direction) => void;
}) {
  const { t } = useReader();
  const { register } = useFormContext<OperationForm>();
  const error = useProblem("direction");
  const mark = (sign: string, icon: typeof ArrowDownLeft) => (
    <span aria-hidden className="inline-flex items-center gap-1 text-ink-soft">
      <Icon of={icon} />
      {sign}
    </span>
  );
  const cards = [
    { value: "ADD_FUNDS", mark: mark("+", ArrowDownLeft) },
    { value: "WITHDRAW_FUNDS", mark: mark("\u2212", ArrowUpRight) },
  ] as const;
  return (
    <RadioCards
      legend={t("funds.operation.label")}
      error={error}
      help={isFixed ? t("reversal.directionHelp") : undefined}
      cards={cards
        .filter(({ value }) => allowed.includes(value))
        .map((card) => ({ ...card, title: t(`funds.operation.${card.value}`) }))}
      {...register("direction", {
        onChange: (event) => {
          const value = valueOf(event);
          if (value === "ADD_FUNDS" || value === "WITHDRAW_FUNDS") onChosen(value);
        },
      })}
    />
  );
}

function AmountFields({ card, reversed }: { card: Card; reversed: Reversed | null }) {
  const { t, locale } = useReader();
  const { register, watch } = useFormContext<OperationForm>();
  const currency = watch("currency");
  const isOther = card.currency !== null && currency !== card.currency;
  const others = allCurrencies().filter((code) => code !== card.currency);
  const all = card.currency === null ? others : [card.currency, ...others];
  const codes = reversed === null ? all : [reversed.left.currency];
  const example = t("funds.amountHelp", { example: exampleAmount(locale, currency) });
  const otherHelp = isOther
    ? t("funds.otherCurrency", { currency: card.currency ?? "" })
    : undefined;
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
      <MoneyField
        label={t("funds.amount")}
        currency={currency}
        error={useProblem("amount")}
        help={
          reversed === null
            ? example
            : t("reversal.amountHelp", { left: formatMoney(locale, reversed.left) })
        }
        {...register("amount")}
      />
      <SelectField
        label={t("funds.currency")}
        className="[&_select]:h-11 [&_svg]:top-3.5"
        options={codes.map((code) => ({ value: code, label: code }))}
        error={useProblem("currency")}
        help={reversed === null ? otherHelp : t("reversal.currencyHelp")}
        {...(card.currency === null ? { emptyLabel: t("funds.chooseCurrency") } : {})}
        {...register("currency")}
      />
    </div>
  );
}

/** As it is written in this currency: some have no minor units. */
function exampleAmount(locale: Locale, currency: string): string {
  const known = Currency.safeParse(currency);
  if (!known.success) return "1,234.50";
  const units = minorUnitsOf(known.data) === 0 ? 1234_0000n : 1234_5000n;
  return formatAmount(locale, money(units, known.data));
}

function ReferenceField() {
  const { t } = useReader();
  const { register, watch } = useFormContext<OperationForm>();
  const isSuggested = watch("direction") !== "";
  return (
    <TextField
      isMono
      label={t("funds.reference")}
      error={useProblem("reference")}
      help={t(isSuggested ? "funds.referenceHelp" : "funds.referenceHelpFirst")}
      autoComplete="off"
      spellCheck={false}
      {...register("reference")}
    />
  );
}

/** Fills the reference with a suggestion, unless the person has written one. */
function useSuggestion(draft: ReturnType<typeof useDraft>) {
  const { getValues, setValue, clearErrors } = useFormContext<OperationForm>();
  const { operationId } = draft;

  function fill(reference: string) {
    setValue("reference", reference);
    clearErrors("reference");
  }

  async function suggest(direction: Direction) {
    const isOurs = () => {
      const current = getValues("reference");
      return current === "" || Object.values(draft.suggested()).includes(current);
    };
    if (!isOurs()) return;
    const kept = draft.suggested()[direction];
    if (kept !== undefined) return fill(kept);
    const suggestion = await askDesk(() => suggestReferenceAction(direction));
    if (!suggestion.ok || getValues("direction") !== direction || !isOurs()) return;
    draft.keepSuggestion({ [direction]: suggestion.value });
    fill(suggestion.value);
  }

  // A new intent that begins with a direction (from the address, or after another) wants one at once.
  useEffect(() => {
    const direction = getValues("direction");
    if (operationId !== null && direction !== "" && getValues("reference") === "") {
      void suggest(direction);
    }
    // Only when another intent begins; the direction's own field asks when it changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [operationId]);

  return suggest;
}

/** React Hook Form types its change event as `any`. */
function valueOf(event: { target: { value: unknown } }): string {
  return String(event.target.value);
}
