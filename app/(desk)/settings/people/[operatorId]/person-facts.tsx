import { Moment } from "@/components/domain/moment";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { Reader } from "@/lib/i18n/reader";
import type { PersonView } from "@/lib/server/operators/person-view";

import { factorWord } from "../factor-word";
import { StateBadge } from "../state-badge";

/** What is known of an account. */
export function PersonFacts({ reader, person }: { reader: Reader; person: PersonView }) {
  const { t } = reader;
  const { role, isOwn, providerIssuer, lastSignedInAt, disabledAt, lockedUntil } = person;
  const at = (time: Date) => <Moment reader={reader} at={time} />;
  const account = isOwn
    ? t("people.facts.ownAccount")
    : t("people.facts.providerAccount", { issuer: providerIssuer ?? "" });
  const when = [
    { term: t("people.facts.lockedUntil"), time: lockedUntil },
    { term: t("people.facts.disabledSince"), time: disabledAt },
  ].flatMap(({ term, time }) => (time === null ? [] : [{ term, detail: at(time) }]));
  return (
    <Panel title={t("people.facts.title")} actions={<StateBadge t={t} state={person.state} />}>
      <DescriptionList
        facts={[
          { term: t("people.facts.role"), detail: t(`common.role.${role}`) },
          { term: t("people.facts.account"), detail: account },
          { term: t("people.facts.factor"), detail: factorWord(t, person) },
          {
            term: t("people.facts.lastSignedIn"),
            detail: lastSignedInAt === null ? t("people.never") : at(lastSignedInAt),
          },
          { term: t("people.facts.since"), detail: at(person.createdAt) },
          ...when,
        ]}
      />
      {person.mustChangePassword && (
        <p className="pt-2 text-xs text-ink-soft">{t("people.mustChange")}.</p>
      )}
    </Panel>
  );
}
