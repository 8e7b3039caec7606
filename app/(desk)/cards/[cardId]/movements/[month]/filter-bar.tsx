"use client";

import { RotateCw } from "lucide-react";
import { useEffect, useRef } from "react";

import { CONTROL } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Segmented } from "@/components/ui/segmented";
import type { CardId } from "@/lib/domain/ids";
import type { Month } from "@/lib/domain/month";
import type { MovementFilter } from "@/lib/domain/movement";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

interface FilterBarProps {
  cardId: CardId;
  month: Month;
  /** As the page was made with. */
  initial: MovementFilter;
  filter: MovementFilter;
  onFilter: (filter: MovementFilter) => void;
  /** The time of the reading, as it is shown. */
  asOf: string;
  isRefreshing: boolean;
  onRefresh: () => void;
}

/**
 * The filter, and how old the reading is. A plain form that asks by its address until the scripts are
 * here; they take over what has been typed by then and filter with every key.
 */
export function FilterBar(props: FilterBarProps) {
  const { cardId, month, initial, filter, onFilter } = props;
  const { t } = useReader();
  const form = useRef<HTMLFormElement>(null);
  useTypedBefore(form, initial, onFilter);
  useCleared(form, filter);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3 print:hidden">
      <search className="max-sm:contents">
        <form
          ref={form}
          action={paths.movements(cardId, month)}
          onSubmit={(event) => event.preventDefault()}
          className="flex flex-wrap items-end gap-3 max-sm:contents"
        >
          <label className="flex flex-col gap-1 max-sm:w-full">
            <span className="text-xs font-medium">{t("movements.filter")}</span>
            <input
              type="search"
              name="q"
              defaultValue={initial.text}
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
              placeholder={t("movements.filterPlaceholder")}
              onChange={(event) => onFilter({ ...filter, text: event.target.value })}
              className={cx(CONTROL, "h-8.5 sm:w-72")}
            />
          </label>
          <Segmented
            legend={t("movements.flow.label")}
            name="direction"
            defaultValue={initial.flow === "all" ? "" : initial.flow}
            onChange={(event) => onFilter({ ...filter, flow: flowOf(event.target.value) })}
            segments={[
              { value: "", label: t("movements.flow.all") },
              { value: "in", label: t("movements.flow.in") },
              { value: "out", label: t("movements.flow.out") },
            ]}
          />
          <noscript>
            <button className={buttonStyle("secondary", "md")}>{t("movements.apply")}</button>
          </noscript>
        </form>
      </search>
      <Reading {...props} />
    </div>
  );
}

function Reading({ asOf, isRefreshing, onRefresh }: FilterBarProps) {
  const { t } = useReader();
  return (
    <div className="flex items-center gap-3">
      <span className="text-ink-soft figures">{t("movements.asOf", { time: asOf })}</span>
      <Button isBusy={isRefreshing} busyLabel={t("movements.refreshing")} onClick={onRefresh}>
        <Icon of={RotateCw} />
        <span className="max-sm:sr-only">{t("movements.refresh")}</span>
      </Button>
    </div>
  );
}

function flowOf(value: string): MovementFilter["flow"] {
  return value === "in" || value === "out" ? value : "all";
}

/** Takes over what was typed and chosen while the scripts were on their way. */
function useTypedBefore(
  form: React.RefObject<HTMLFormElement | null>,
  initial: MovementFilter,
  onFilter: (filter: MovementFilter) => void,
): void {
  // The fields belong to the browser until now. Once, when the scripts arrive.
  useEffect(() => {
    if (form.current === null) return;
    const text = form.current.querySelector<HTMLInputElement>("[name=q]")?.value ?? "";
    const chosen = form.current.querySelector<HTMLInputElement>("[name=direction]:checked");
    const flow = flowOf(chosen?.value ?? "");
    if (text !== initial.text || flow !== initial.flow) onFilter({ text, flow });
    // oxlint-disable-next-line react/exhaustive-deps -- Once, and not when the filter changes.
  }, []);
}

/** Empties the fields when the filter is taken off elsewhere, and goes to the first of them. */
function useCleared(form: React.RefObject<HTMLFormElement | null>, filter: MovementFilter): void {
  const isEmpty = filter.text === "" && filter.flow === "all";
  // The fields hold their own values, so that what is typed is never a key behind.
  useEffect(() => {
    const text = form.current?.querySelector<HTMLInputElement>("input[name=q]");
    const all = form.current?.querySelector<HTMLInputElement>("input[name=direction][value='']");
    if (!isEmpty || text == null || all == null) return;
    if (text.value === "" && all.checked) return;
    text.value = "";
    all.checked = true;
    text.focus();
  }, [form, isEmpty]);
}
