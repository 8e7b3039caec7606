import { OutcomeBadge } from "@/components/domain/outcome-badge";
import { TextLink } from "@/components/ui/text-link";
import type { OperationId } from "@/lib/domain/ids";
import { formatDateTime } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { OperationView } from "@/lib/server/operations/view";

interface ResendLinksProps {
  reader: Reader;
  /** The operation that this one sends again. */
  resends: OperationId | null;
  /** Those by which this one was sent again. */
  resentAs: readonly OperationView[];
}

/** The links between an operation that was not applied and the one that sends it again. */
export function ResendLinks({ reader, resends, resentAs }: ResendLinksProps) {
  const { t, locale, timeZone } = reader;
  if (resends === null && resentAs.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {resends !== null && (
        <li>
          <TextLink href={paths.operation(resends)}>{t("settle.again.resends")}</TextLink>
        </li>
      )}
      {resentAs.map((later) => (
        <li key={later.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <TextLink href={paths.operation(later.id)}>
            {t("settle.again.resentAs", {
              time: formatDateTime(locale, timeZone, later.createdAt),
            })}
          </TextLink>
          <OutcomeBadge reader={reader} outcome={later.status} />
        </li>
      ))}
    </ul>
  );
}
