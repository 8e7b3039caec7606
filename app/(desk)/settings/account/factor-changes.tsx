"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { RecoveryCodes } from "@/app/_people/recovery-codes";
import { SetUpFactor } from "@/app/_people/set-up-factor";
import { useVerb } from "@/app/_people/use-verb";
import { VerbFailureNotice } from "@/app/_people/verb-failure";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { useReader } from "@/lib/i18n/use-reader";

import { removeSecondFactorAction, renewRecoveryCodesAction } from "./actions";

interface FactorChangesProps {
  hasSecondFactor: boolean;
  /** The desk asks everybody for one. */
  isRequired: boolean;
}

/** Set the second factor up, make new recovery codes, or take it away again. */
export function FactorChanges({ hasSecondFactor, isRequired }: FactorChangesProps) {
  const { t } = useReader();
  const router = useRouter();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  // The page says how things stand now; the codes stay until they are kept.
  const show = (made: readonly string[]) => {
    setCodes(made);
    router.refresh();
  };
  if (codes !== null) {
    return (
      <RecoveryCodes codes={codes}>
        <Button variant="primary" onClick={() => setCodes(null)}>
          {t("account.codes.done")}
        </Button>
      </RecoveryCodes>
    );
  }
  if (!hasSecondFactor) return <SetUpFactor onDone={show} />;
  return (
    <div className="flex flex-col items-start gap-2">
      <Disclosure summary={t("account.factor.renew")}>
        <RenewCodes onDone={show} />
      </Disclosure>
      {!isRequired && (
        <Disclosure summary={t("account.factor.remove")}>
          <RemoveFactor onDone={() => router.refresh()} />
        </Disclosure>
      )}
    </div>
  );
}

function RenewCodes({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const { t } = useReader();
  const { run, isWorking, failure } = useVerb(renewRecoveryCodesAction);
  return (
    <div className="flex flex-col items-start gap-3 pb-2">
      <p className="max-w-words">{t("account.factor.renewLead")}</p>
      <VerbFailureNotice failure={failure} />
      <Button
        isBusy={isWorking}
        busyLabel={t("account.factor.renewing")}
        onClick={() => run({}, ({ codes }) => onDone(codes))}
      >
        {t("account.factor.renew")}
      </Button>
    </div>
  );
}

function RemoveFactor({ onDone }: { onDone: () => void }) {
  const { t } = useReader();
  const { run, isWorking, failure } = useVerb(removeSecondFactorAction);
  return (
    <div className="flex flex-col items-start gap-3 pb-2">
      <p className="max-w-words">{t("account.factor.removeLead")}</p>
      <VerbFailureNotice failure={failure} />
      <Button
        variant="danger"
        isBusy={isWorking}
        busyLabel={t("account.factor.removing")}
        onClick={() => run({}, onDone)}
      >
        {t("account.factor.remove")}
      </Button>
    </div>
  );
}
