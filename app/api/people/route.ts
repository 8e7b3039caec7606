import { toCsv } from "@/lib/domain/csv";
import type { Reader } from "@/lib/i18n/reader";
import { getReader } from "@/lib/i18n/server";
import { desk } from "@/lib/server/desk";
import { handler, refuse } from "@/lib/server/handler";
import { exportPeople } from "@/lib/server/operators/export-people";
import type { PersonView } from "@/lib/server/operators/person-view";

/** Everybody and what they may, as a file for the review of rights. */
export const GET = handler(async (actor) => {
  const exported = await exportPeople(desk(), actor);
  if (!exported.ok) return refuse(exported.failure);
  const { t } = await getReader();
  const day = desk().now().toISOString().slice(0, 10);
  return new Response(toCsv([headings(t), ...exported.value.map((person) => row(t, person))]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("people.csv.file")}-${day}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});

function headings(t: Reader["t"]): string[] {
  return [
    t("people.csv.name"),
    t("people.csv.email"),
    t("people.csv.role"),
    t("people.csv.account"),
    t("people.csv.factor"),
    t("people.csv.state"),
    t("people.csv.created"),
    t("people.csv.lastSignedIn"),
    t("people.csv.disabled"),
    t("people.csv.sessions"),
  ];
}

function row(t: Reader["t"], person: PersonView): string[] {
  const factor = person.hasSecondFactor ? "people.factor.yes" : "people.factor.no";
  return [
    person.name,
    person.email,
    t(`common.role.${person.role}`),
    person.isOwn ? t("people.own") : (person.providerIssuer ?? t("people.provider")),
    t(person.isOwn ? factor : "people.factor.provider"),
    t(`people.state.${person.state}`),
    person.createdAt.toISOString(),
    person.lastSignedInAt?.toISOString() ?? "",
    person.disabledAt?.toISOString() ?? "",
    String(person.openSessions),
  ];
}
