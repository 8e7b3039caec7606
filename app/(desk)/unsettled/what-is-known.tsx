import { UserRoundCheck } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import { Month } from "@/lib/domain/month";
import { formatShortMonth } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import type { LastLook, UnsettledOperation } from "@/lib/server/operations/list-unsettled";

import { Soft } from "./soft";

interface WhatIsKnownProps {
  reader: Reader;
  row: UnsettledOperation;
}

/** Why the outcome is unknown, and what the last look into the issuer's movements saw. */
export function WhatIsKnown({ reader, row }: WhatIsKnownProps) {
  const { t } = reader;
  const { operation, cause, lastLook, proposal } = row;
  const why = operation.status === "intended" ? "sending" : (cause ?? "none");
  return (
    <>
      <span>{t(`unsettled.cause.${why}`)}</span>
      {lastLook !== null && <Soft>{seenIn(reader, lastLook).join(" · ")}</Soft>}
      {proposal !== null && (
        <Badge tone="awaiting" icon={UserRoundCheck} className="mt-1">
          {t("unsettled.supervisor")}
        </Badge>
      )}
    </>
  );
}

function seenIn({ t, locale }: Reader, { seen }: LastLook): readonly string[] {
  if (seen === null) return [t("unsettled.look.proposed")];
  const months = seen.months.map((text) => {
    const month = Month.safeParse(text);
    return month.success ? formatShortMonth(locale, month.data) : text;
  });
  return [
    t("unsettled.look.seen", { movements: seen.movementsRead, months: months.join(", ") }),
    ...(seen.unreadable > 0 ? [t("unsettled.look.unreadable", { count: seen.unreadable })] : []),
    ...(seen.pending > 0 ? [t("unsettled.look.pending", { count: seen.pending })] : []),
  ];
}
