"use client";

import { useEffect, useRef, useState } from "react";

import { OneTimePassword } from "@/app/_people/one-time-password";
import { SelectField } from "@/components/form/select-field";
import type { AccountState } from "@/lib/domain/account";
import type { OperatorId } from "@/lib/domain/ids";
import { Role } from "@/lib/domain/operator";
import { useReader } from "@/lib/i18n/use-reader";

import {
  changeRoleAction,
  disablePersonAction,
  enablePersonAction,
  resetPasswordAction,
  resetSecondFactorAction,
  unlockPersonAction,
} from "../actions";
import { Deed } from "./deed";

interface ManagePersonProps {
  operatorId: OperatorId;
  name: string;
  role: Role;
  state: AccountState;
  isOwn: boolean;
  hasSecondFactor: boolean;
  isOneself: boolean;
}

/** What was done last. The same words a second time are news again. */
interface Done {
  readonly words: string;
}

/** What an administrator can do about an account; one thing at a time, each behind its own words. */
export function ManagePerson(props: ManagePersonProps) {
  const { t } = useReader();
  const { operatorId, name, role, state, isOwn, hasSecondFactor, isOneself } = props;
  const [done, setDone] = useState<Done | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const tell = (words: string) => () => {
    setPassword(null);
    setDone({ words });
  };
  return (
    <div className="flex flex-col gap-2">
      <Said done={done} />
      {password !== null && <OneTimePassword password={password} name={name} />}
      {isOneself && <p className="max-w-words text-ink-soft">{t("people.manage.oneself")}</p>}
      {!isOwn && <p className="max-w-words text-ink-soft">{t("people.manage.providerRole")}</p>}
      {state === "locked-out" && (
        <Deed
          of="unlock"
          verb={unlockPersonAction}
          operatorId={operatorId}
          onDone={tell(t("people.manage.unlock.done"))}
        />
      )}
      {isOwn && !isOneself && (
        <Deed
          key={role}
          of="role"
          hasReason
          fields={["role"]}
          verb={changeRoleAction}
          operatorId={operatorId}
          onDone={tell(t("people.manage.role.done"))}
        >
          {(error) => (
            <SelectField
              name="role"
              label={t("people.manage.role.field")}
              defaultValue={role}
              error={error("role")}
              options={Role.options.map((value) => ({ value, label: t(`common.role.${value}`) }))}
            />
          )}
        </Deed>
      )}
      {isOwn && !isOneself && (
        <Deed
          of="password"
          verb={resetPasswordAction}
          operatorId={operatorId}
          onDone={({ oneTimePassword }) => {
            setDone(null);
            setPassword(oneTimePassword);
          }}
        />
      )}
      {hasSecondFactor && !isOneself && (
        <Deed
          of="factor"
          verb={resetSecondFactorAction}
          operatorId={operatorId}
          onDone={tell(t("people.manage.factor.done"))}
        />
      )}
      <AccessDeeds {...props} tell={tell} />
    </div>
  );
}

function Said({ done }: { done: Done | null }) {
  const said = useRef<HTMLParagraphElement>(null);
  // Focus lives outside of React: the form that was sent has closed, or is gone.
  useEffect(() => said.current?.focus(), [done]);
  if (done === null) return null;
  return (
    <p ref={said} tabIndex={-1} className="font-medium text-applied focus-visible:outline-none">
      {done.words}
    </p>
  );
}

interface AccessDeedsProps extends ManagePersonProps {
  /** Says what was done. */
  tell: (words: string) => () => void;
}

/** Let the person in again, or keep them out. */
function AccessDeeds({ operatorId, state, isOneself, tell }: AccessDeedsProps) {
  const { t } = useReader();
  return (
    <>
      {(state === "disabled" || state === "dormant") && (
        <Deed
          of="enable"
          hasReason
          verb={enablePersonAction}
          operatorId={operatorId}
          onDone={tell(t("people.manage.enable.done"))}
        />
      )}
      {state !== "disabled" && !isOneself && (
        <Deed
          of="disable"
          hasReason
          isDanger
          verb={disablePersonAction}
          operatorId={operatorId}
          onDone={tell(t("people.manage.disable.done"))}
        />
      )}
    </>
  );
}
