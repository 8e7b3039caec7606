import { SearchX } from "lucide-react";

import { ReadFailure } from "@/app/_reading/read-failure";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import type { Failure } from "@/lib/domain/failure";
import { CardId } from "@/lib/domain/ids";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

interface NothingFoundProps {
  reader: Pick<Reader, "t">;
  typed: string;
  /** Why the issuer could not be asked; then nothing is known, rather than nothing found. */
  failure: Failure | null;
}

/** No card: why not, by what was typed, and what to ask for instead. */
export function NothingFound({ reader, typed, failure }: NothingFoundProps) {
  const { t } = reader;
  return (
    <Panel isFlush>
      {failure === null ? (
        <EmptyState
          icon={SearchX}
          title={t("find.noneTitle", { typed })}
          actions={<LinkButton href={paths.operations()}>{t("errors.operations")}</LinkButton>}
        >
          {whyNot(reader, typed)}
        </EmptyState>
      ) : (
        <ReadFailure reader={reader} failure={failure} />
      )}
    </Panel>
  );
}

function whyNot({ t }: Pick<Reader, "t">, typed: string): string {
  if (/^\d{4}$/.test(typed)) return t("find.noneLastFour");
  return CardId.safeParse(typed).success ? t("find.noneId") : t("find.noneReference");
}
