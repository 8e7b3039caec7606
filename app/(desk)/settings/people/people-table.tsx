import { Moment } from "@/components/domain/moment";
import { Table, TableBody, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { PersonView } from "@/lib/server/operators/person-view";

import { factorWord } from "./factor-word";
import { StateBadge } from "./state-badge";

interface PeopleTableProps {
  reader: Reader;
  people: readonly PersonView[];
}

/** Who has an account, what they may, and how it stands. */
export function PeopleTable({ reader, people }: PeopleTableProps) {
  const { t } = reader;
  return (
    <Table label={t("people.title")}>
      <TableHead>
        <Th>{t("people.columns.person")}</Th>
        <Th>{t("people.columns.role")}</Th>
        <Th>{t("people.columns.account")}</Th>
        <Th>{t("people.columns.factor")}</Th>
        <Th>{t("people.columns.lastSignedIn")}</Th>
        <Th>{t("people.columns.state")}</Th>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <Tr key={person.id}>
            <Td>
              <span className="flex min-w-0 flex-col py-0.5">
                <TextLink href={paths.person(person.id)} isQuiet className="self-start font-medium">
                  {person.name}
                </TextLink>
                <span className="text-xs text-ink-soft [overflow-wrap:anywhere]">
                  {person.email}
                </span>
              </span>
            </Td>
            <Td label={t("people.columns.role")}>{t(`common.role.${person.role}`)}</Td>
            <Td label={t("people.columns.account")}>
              {t(person.isOwn ? "people.own" : "people.provider")}
            </Td>
            <Td label={t("people.columns.factor")}>{factorWord(t, person)}</Td>
            <Td label={t("people.columns.lastSignedIn")}>
              <LastSignedIn reader={reader} person={person} />
            </Td>
            <Td label={t("people.columns.state")}>
              <StateBadge t={t} state={person.state} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  );
}

function LastSignedIn({ reader, person }: { reader: Reader; person: PersonView }) {
  const { t } = reader;
  const { lastSignedInAt, mustChangePassword } = person;
  return (
    <span className="flex min-w-0 flex-col max-md:items-end">
      {lastSignedInAt === null ? (
        <span className="text-ink-soft">{t("people.never")}</span>
      ) : (
        <Moment reader={reader} at={lastSignedInAt} />
      )}
      {mustChangePassword && (
        <span className="text-xs text-ink-soft">{t("people.mustChange")}</span>
      )}
    </span>
  );
}
