import { formatDateTime } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/reader";
import type { ShownEvent } from "@/lib/server/operators/list-person-events";

/** What an event of an account says besides its name; null where the name says all. */
export function eventDetail(reader: Reader, event: ShownEvent): string | null {
  const { t, locale, timeZone } = reader;
  switch (event.kind) {
    case "session.opened":
    case "session.unlocked":
    case "proof.refused":
      return t(`people.detail.method.${event.method}`);
    case "session.refused":
      return t(`people.detail.refused.${event.cause}`);
    case "session.ended":
      return t(`people.detail.ended.${event.how}`);
    case "account.locked":
      return t("people.detail.until", {
        time: formatDateTime(locale, timeZone, event.until, "seconds"),
      });
    case "operator.created":
      return t(`common.role.${event.role}`);
    case "operator.role-changed": {
      const from = t(`common.role.${event.from}`);
      const to = t(`common.role.${event.to}`);
      return join(t("people.detail.roleChange", { from, to }), reasonOf(reader, event.reason));
    }
    case "operator.disabled":
    case "operator.enabled":
      return reasonOf(reader, event.reason);
    case "recovery-code.used":
      return t("people.detail.codesLeft", { left: event.left });
    case "exported":
      return t("people.detail.rows", { rows: event.rows });
    case "access.denied":
      return t("people.detail.permission", { permission: event.permission });
    case "session.code-asked":
    case "account.unlocked":
    case "password.changed":
    case "second-factor.set":
    case "second-factor.removed":
    case "recovery-codes.made":
      return null;
  }
}

function reasonOf({ t }: Reader, reason: string | null): string | null {
  return reason === null ? null : t("people.events.reason", { reason });
}

function join(first: string, second: string | null): string {
  return second === null ? first : `${first}. ${second}`;
}
