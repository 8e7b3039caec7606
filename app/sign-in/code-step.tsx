"use client";

import { useEffect, useRef, useState } from "react";

import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { useReader } from "@/lib/i18n/use-reader";

interface CodeStepProps {
  email: string;
  /** Counts the answers: after each the field is empty and has the cursor. */
  attempt: number;
  isBusy: boolean;
}

/** The second factor: a code of the app, or one of the recovery codes. Fields of the form around it. */
export function CodeStep({ email, attempt, isBusy }: CodeStepProps) {
  const { t } = useReader();
  const field = useRef<HTMLInputElement>(null);
  const [isRecovery, setIsRecovery] = useState(false);
  // The outside system is the focus: what is to be typed is where the cursor goes.
  useEffect(() => field.current?.focus(), [attempt, isRecovery]);
  return (
    <>
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold">{t("signIn.code.title")}</h2>
        <p className="text-ink-soft wrap-anywhere">
          {t(isRecovery ? "signIn.code.recoveryLead" : "signIn.code.lead", { email })}
        </p>
      </div>
      <TextField
        key={isRecovery ? "recovery" : "app"}
        ref={field}
        name="code"
        isMono
        label={t(isRecovery ? "signIn.code.recovery" : "signIn.code.code")}
        help={t(isRecovery ? "signIn.code.recoveryHelp" : "signIn.code.codeHelp")}
        inputMode={isRecovery ? "text" : "numeric"}
        autoComplete={isRecovery ? "off" : "one-time-code"}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isBusy={isBusy}
        busyLabel={t("signIn.submitting")}
      >
        {t("signIn.submit")}
      </Button>
      <div className="-mx-3 flex flex-wrap justify-between">
        <Button variant="quiet" onClick={() => setIsRecovery(!isRecovery)}>
          {t(isRecovery ? "signIn.code.useApp" : "signIn.code.useRecovery")}
        </Button>
        <Button type="submit" variant="quiet" name="restart" value="yes" formNoValidate>
          {t("signIn.code.back")}
        </Button>
      </div>
    </>
  );
}
