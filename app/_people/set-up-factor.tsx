"use client";

import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";

import { beginSecondFactorAction, confirmSecondFactorAction } from "@/app/set-up/actions";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { useReader } from "@/lib/i18n/use-reader";
import type { Enrolment } from "@/lib/server/operators/own-second-factor";

import { problemAt, useVerb } from "./use-verb";
import { VerbFailureNotice } from "./verb-failure";

interface SetUpFactorProps {
  /** It is set up; these are the recovery codes, to be shown this once. */
  onDone: (codes: readonly string[]) => void;
}

/** From nothing to a second factor: the picture and the key, then the first code. */
export function SetUpFactor({ onDone }: SetUpFactorProps) {
  const { t } = useReader();
  const begin = useVerb(beginSecondFactorAction);
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  if (enrolment !== null) return <ConfirmFactor enrolment={enrolment} onDone={onDone} />;
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        variant="primary"
        isBusy={begin.isWorking}
        busyLabel={t("account.factor.settingUp")}
        onClick={() => begin.run({}, setEnrolment)}
      >
        {t("account.factor.setUp")}
      </Button>
      <VerbFailureNotice failure={begin.failure} />
    </div>
  );
}

interface ConfirmFactorProps extends SetUpFactorProps {
  enrolment: Enrolment;
}

function ConfirmFactor({ enrolment: { secret, qr }, onDone }: ConfirmFactorProps) {
  const { t } = useReader();
  const { run, isWorking, failure } = useVerb(confirmSecondFactorAction);
  const field = useRef<HTMLInputElement>(null);
  const lead = useRef<HTMLParagraphElement>(null);
  // Focus lives outside of React: the button that was pressed is gone.
  useEffect(() => lead.current?.focus(), []);
  const problem = problemAt(failure, "code");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    run(
      { code: field.current?.value ?? "" },
      ({ codes }) => onDone(codes),
      () => {
        field.current?.focus();
        field.current?.select();
      },
    );
  }

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
      <p ref={lead} tabIndex={-1} className="max-w-words focus-visible:outline-none">
        {t("account.factor.scan")}
      </p>
      <div className="flex flex-wrap items-start gap-6">
        {/* Dark on white in both themes: cameras know nothing else. */}
        <svg
          role="img"
          aria-label={t("account.factor.qr")}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
          className="size-48 rounded border"
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <div className="flex min-w-0 max-w-72 flex-col gap-4">
          <div className="flex flex-col gap-1">
            <p className="text-xs font-medium">{t("account.factor.secret")}</p>
            <p className="font-mono [overflow-wrap:anywhere]">{grouped(secret)}</p>
          </div>
          <TextField
            ref={field}
            name="code"
            label={t("account.factor.code")}
            help={t("account.factor.codeHelp")}
            error={problem === null ? undefined : t(`problems.${problem}`)}
            inputMode="numeric"
            autoComplete="one-time-code"
            isMono
          />
          <div>
            <Button
              type="submit"
              variant="primary"
              isBusy={isWorking}
              busyLabel={t("account.factor.confirming")}
            >
              {t("account.factor.confirm")}
            </Button>
          </div>
        </div>
      </div>
      <VerbFailureNotice failure={failure} fields={["code"]} />
    </form>
  );
}

/** In fours, as people type it from one screen into another. */
function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
