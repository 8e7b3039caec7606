"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import { unlockAction } from "./actions";
import { AtProvider } from "./at-provider";
import type { SessionFacts } from "./facts";
import { proofGiven } from "./session-watch";
import { TypedProof } from "./typed-proof";
import type { Kind } from "./typed-proof";

interface UnlockFormProps {
  facts: SessionFacts;
  /** A page of its own goes on to this one; a cover only goes away. */
  target?: string;
}

/** Opens the lock, by whatever its person signs in with. */
export function UnlockForm({ facts, target }: UnlockFormProps) {
  const { t } = useReader();
  const [kind, setKind] = useState<Kind>(facts.proofMethod === "code" ? "code" : "password");
  if (facts.proofMethod === "provider") {
    return (
      <AtProvider
        {...(target !== undefined && { href: paths.proveAtProvider(target) })}
        label={t("session.locked.provider", { provider: facts.provider })}
        lead={t("session.locked.providerLead")}
      />
    );
  }
  return (
    <TypedProof
      kind={kind}
      facts={facts}
      send={unlockAction}
      onGiven={() => (target === undefined ? proofGiven() : window.location.assign(target))}
      submitLabel={t("session.locked.unlock")}
      busyLabel={t("session.locked.unlocking")}
    >
      {facts.proofMethod === "code" && (
        <Button
          variant="quiet"
          size="lg"
          onClick={() => setKind(kind === "code" ? "password" : "code")}
        >
          {t(kind === "code" ? "session.locked.usePassword" : "session.locked.useCode")}
        </Button>
      )}
    </TypedProof>
  );
}
