import { Lock, MonitorCheck } from "lucide-react";

import { Moment } from "@/components/domain/moment";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatAgo } from "@/lib/i18n/ago";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { SessionView } from "@/lib/server/auth/list-sessions";

import { deviceWords } from "./device-words";
import { EndSession } from "./end-session";

interface SessionTableProps {
  reader: Reader;
  /** Names the table. */
  label: string;
  sessions: readonly SessionView[];
  /** By the desk's clock. */
  now: Date;
  hasPerson?: boolean;
  /** Whose right lets somebody end one of them; null where nobody here may. */
  ends: "own" | "any" | null;
}

/** Open sessions: on what, from where, since when. */
export function SessionTable(props: SessionTableProps) {
  const { reader, label, sessions, hasPerson = false, ends } = props;
  const { t } = reader;
  return (
    <Table label={label}>
      <TableHead>
        {hasPerson && <Th>{t("sessions.columns.person")}</Th>}
        <Th>{t("sessions.columns.device")}</Th>
        <Th>{t("sessions.columns.address")}</Th>
        <Th>{t("sessions.columns.since")}</Th>
        <Th>{t("sessions.columns.lastSeen")}</Th>
        {ends !== null && (
          <Th align="end">
            <span className="sr-only">{t("sessions.columns.end")}</span>
          </Th>
        )}
      </TableHead>
      <TableBody>
        {sessions.map((session) => (
          <SessionRow key={session.id} {...props} session={session} />
        ))}
      </TableBody>
    </Table>
  );
}

function SessionRow(props: SessionTableProps & { session: SessionView }) {
  const { reader, session, now, hasPerson = false, ends } = props;
  const { t, locale } = reader;
  const device = deviceWords(reader, session.device);
  const { name } = session.operator;
  return (
    <Tr>
      {hasPerson && (
        <Td label={t("sessions.columns.person")}>
          <TextLink href={paths.person(session.operator.id)} isQuiet className="font-medium">
            {name}
          </TextLink>
        </Td>
      )}
      <Td label={t("sessions.columns.device")}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 max-md:justify-end">
          <span title={session.userAgent ?? undefined}>{device}</span>
          {session.isThis && (
            <Badge tone="accent" icon={MonitorCheck}>
              {t("sessions.this")}
            </Badge>
          )}
          {session.isLocked && <Badge icon={Lock}>{t("sessions.locked")}</Badge>}
        </span>
      </Td>
      <Td label={t("sessions.columns.address")}>
        <span className="font-mono [overflow-wrap:anywhere]">
          {session.address ?? t("sessions.noAddress")}
        </span>
      </Td>
      <Td label={t("sessions.columns.since")}>
        <Moment reader={reader} at={session.since} />
      </Td>
      <Td label={t("sessions.columns.lastSeen")}>
        {session.isThis
          ? t("sessions.now")
          : formatAgo(locale, now.getTime() - session.lastSeenAt.getTime())}
      </Td>
      {ends !== null && (
        <Td align="end" className="max-md:justify-end">
          {!session.isThis && (
            <EndSession
              sessionId={session.id}
              right={ends}
              label={t(hasPerson ? "sessions.endOneOf" : "sessions.endOne", { device, name })}
            />
          )}
        </Td>
      )}
    </Tr>
  );
}
