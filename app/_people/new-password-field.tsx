"use client";

import { useId, useState } from "react";
import type { Ref } from "react";

import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { useReader } from "@/lib/i18n/use-reader";

import { PasswordRules } from "./password-rules";

interface NewPasswordFieldProps {
  ref: Ref<HTMLInputElement>;
  error: string | undefined;
}

/** A password of one's own, which can be looked at instead of being typed twice. */
export function NewPasswordField({ ref, error }: NewPasswordFieldProps) {
  const { t } = useReader();
  const [typed, setTyped] = useState("");
  const [isShown, setShown] = useState(false);
  const rules = useId();
  return (
    <div className="flex flex-col gap-2">
      <TextField
        ref={ref}
        type={isShown ? "text" : "password"}
        name="next"
        label={t("account.password.next")}
        error={error}
        aria-describedby={rules}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        action={
          <Button className="min-w-20" onClick={() => setShown(!isShown)}>
            {t(isShown ? "account.password.hide" : "account.password.show")}
          </Button>
        }
      />
      <PasswordRules id={rules} password={typed} />
    </div>
  );
}
