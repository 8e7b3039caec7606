import { ShieldCheck, ShieldOff } from "lucide-react";
import type { Metadata } from "next";

import { EndMany } from "@/app/_people/end-many";
import { SessionTable } from "@/app/_people/session-table";
import { ForbiddenMessage } from "@/app/_shell/forbidden-message";
import { ClientMessages } from "@/app/client-messages";
import { Moment } from "@/components/domain/moment";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import { may } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { getReader } from "@/lib/i18n/server";
import { requireActor } from "@/lib/server/auth/current-actor";
import { listOwnSessions } from "@/lib/server/auth/list-sessions";
import { desk } from "@/lib/server/desk";
import { readOwnAccount } from "@/lib/server/operators/list-people";
import type { OwnAccount } from "@/lib/server/operators/list-people";

import { ChangePassword } from "./change-password";
import { FactorChanges } from "./factor-changes";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return { title: t("account.title") };
}

/** Who one is, how one signs in, and where one is signed in. */
export default async function AccountPage() {
  const [actor, reader] = await Promise.all([requireActor(), getReader()]);
  const { operator } = actor;
  if (!may(operator, "account.manage")) {
    return <ForbiddenMessage operator={operator} permission="account.manage" />;
  }
  const { t } = reader;
  const [account, sessions] = await Promise.all([
    readOwnAccount(desk(), actor),
    listOwnSessions(desk(), actor),
  ]);
  return (
    <ClientMessages namespaces={["account", "sessions", "problems"]}>
      {/* Who prints recovery codes wants the codes. */}
      <div className="flex flex-col gap-6 print:[&:has([data-codes])>:not(:has([data-codes]))]:hidden">
        <PageTitle detail={t("account.lead")}>{t("account.title")}</PageTitle>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Me reader={reader} account={account} />
          {account.isOwn && (
            <Panel title={t("account.password.title")}>
              <ChangePassword email={account.email} />
            </Panel>
          )}
        </div>
        {account.isOwn && <Factor t={t} account={account} />}
        <Panel isFlush title={t("sessions.mine")}>
          <SessionTable
            reader={reader}
            label={t("sessions.mine")}
            sessions={sessions}
            now={desk().now()}
            ends="own"
          />
          <div className="border-t p-4">
            {sessions.length === 1 && <p className="text-ink-soft">{t("sessions.onlyThis")}</p>}
            <EndMany of={{ kind: "others" }} count={sessions.length - 1} />
          </div>
        </Panel>
      </div>
    </ClientMessages>
  );
}

function Me({ reader, account }: { reader: Reader; account: OwnAccount }) {
  const { t } = reader;
  const { name, email, role, isOwn, providerIssuer, lastSignedInAt, createdAt } = account;
  return (
    <Panel title={t("account.me.title")}>
      <DescriptionList
        facts={[
          { term: t("account.me.name"), detail: name },
          { term: t("account.me.email"), detail: email },
          { term: t("account.me.role"), detail: t(`common.role.${role}`) },
          {
            term: t("account.me.signsIn"),
            detail: isOwn
              ? t("account.me.password")
              : t("account.me.provider", { issuer: providerIssuer ?? "" }),
          },
          {
            term: t("account.me.lastSignedIn"),
            detail:
              lastSignedInAt === null ? (
                t("account.me.never")
              ) : (
                <Moment reader={reader} at={lastSignedInAt} />
              ),
          },
          { term: t("account.me.since"), detail: <Moment reader={reader} at={createdAt} /> },
        ]}
      />
      <p className="pt-2 text-xs text-ink-soft">
        {t(isOwn ? "account.me.whoChanges" : "account.me.providerChanges")}
      </p>
    </Panel>
  );
}

function Factor({ t, account }: { t: Reader["t"]; account: OwnAccount }) {
  const { hasSecondFactor, recoveryCodesLeft } = account;
  const isRequired = desk().secondFactor === "required";
  return (
    <Panel title={t("account.factor.title")}>
      <div className="flex flex-col gap-4">
        <p className="flex gap-2">
          <Icon
            of={hasSecondFactor ? ShieldCheck : ShieldOff}
            className={hasSecondFactor ? "mt-0.5 text-applied" : "mt-0.5 text-ink-soft"}
          />
          <span className="max-w-words">
            <span className="font-medium">
              {t(hasSecondFactor ? "account.factor.on" : "account.factor.off")}.
            </span>{" "}
            <span className="text-ink-soft">
              {t(hasSecondFactor ? "account.factor.onDetail" : "account.factor.offDetail")}
            </span>
          </span>
        </p>
        {hasSecondFactor && (
          <p
            className={recoveryCodesLeft < FEW_CODES ? "font-medium text-unknown" : "text-ink-soft"}
          >
            {t("account.factor.codesLeft", { count: recoveryCodesLeft })}.
          </p>
        )}
        {hasSecondFactor && isRequired && (
          <p className="text-xs text-ink-soft">{t("account.factor.required")}</p>
        )}
        <FactorChanges hasSecondFactor={hasSecondFactor} isRequired={isRequired} />
      </div>
    </Panel>
  );
}

/** From here on somebody should make new ones. */
const FEW_CODES = 3;
