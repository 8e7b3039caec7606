import { CircleCheck } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { UnsettledKind } from "@/lib/server/operations/unsettled";

interface NothingWaitsProps {
  reader: Pick<Reader, "t">;
  kind: UnsettledKind;
}

/** The state that the desk works for. Of a part of the list, with the way to the whole. */
export function NothingWaits({ reader: { t }, kind }: NothingWaitsProps) {
  if (kind !== "all") {
    return (
      <Panel>
        <EmptyState
          icon={CircleCheck}
          title={t(`unsettled.empty.${kind}`)}
          actions={
            <LinkButton href={paths.unsettled()}>{t("unsettled.filter.showAll")}</LinkButton>
          }
        >
          {t(`unsettled.empty.${kind}Detail`)}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel>
      <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
        <span className="grid size-12 place-items-center rounded-full bg-applied-soft text-applied">
          <Icon of={CircleCheck} className="size-6" />
        </span>
        <p className="text-lg font-semibold">{t("unsettled.empty.title")}</p>
        <p className="max-w-[48ch] text-ink-soft">{t("unsettled.empty.detail")}</p>
      </div>
    </Panel>
  );
}
