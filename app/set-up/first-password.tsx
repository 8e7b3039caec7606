"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { FormEvent } from "react";

import { NewPasswordField } from "@/app/_people/new-password-field";
import { problemAt, useVerb } from "@/app/_people/use-verb";
import { VerbFailureNotice } from "@/app/_people/verb-failure";
import { Button } from "@/components/ui/button";
import { useReader } from "@/lib/i18n/use-reader";

import { setFirstPasswordAction } from "./actions";

/** A password in the place of the one that an administrator made. */
export function FirstPassword({ email }: { email: string }) {
  const { t } = useReader();
  const router = useRouter();
  const { run, isWorking, failure } = useVerb(setFirstPasswordAction);
  const [isDone, setDone] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const problem = problemAt(failure, "next");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    run(
      { next: field.current?.value ?? "" },
      () => {
        setDone(true);
        // What comes next, a second factor or the desk, is for the server to say.
        router.refresh();
      },
      () => field.current?.focus(),
    );
  }

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
      <input type="text" name="email" autoComplete="username" defaultValue={email} hidden />
      <NewPasswordField
        ref={field}
        error={problem === null ? undefined : t(`problems.${problem}`)}
      />
      <VerbFailureNotice failure={failure} fields={["next"]} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isBusy={isWorking || isDone}
        busyLabel={t("account.setUp.passwordWorking")}
      >
        {t("account.setUp.passwordSubmit")}
      </Button>
    </form>
  );
}
