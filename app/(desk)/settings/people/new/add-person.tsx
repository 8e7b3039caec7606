"use client";

import { useState } from "react";
import type { FormEvent } from "react";

import { OneTimePassword } from "@/app/_people/one-time-password";
import { problemAt, useVerb } from "@/app/_people/use-verb";
import { VerbFailureNotice } from "@/app/_people/verb-failure";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Role } from "@/lib/domain/operator";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";
import type { NewAccount } from "@/lib/server/operators/add-person";

import { addPersonAction } from "../actions";

interface Added extends NewAccount {
  readonly name: string;
}

/** The form, and in its place, once it is done, the one-time password. */
export function AddPerson() {
  const { t } = useReader();
  const [added, setAdded] = useState<Added | null>(null);
  if (added === null) return <PersonForm onAdded={setAdded} />;
  return (
    <div className="flex flex-col gap-4">
      <h2 className="font-semibold">{t("people.new.done", { name: added.name })}</h2>
      <OneTimePassword password={added.oneTimePassword} name={added.name} />
      <div className="flex flex-wrap gap-2">
        <LinkButton href={paths.person(added.operatorId)}>{t("people.new.see")}</LinkButton>
        <Button onClick={() => setAdded(null)}>{t("people.new.another")}</Button>
      </div>
    </div>
  );
}

function PersonForm({ onAdded }: { onAdded: (added: Added) => void }) {
  const { t } = useReader();
  const { run, isWorking, failure } = useVerb(addPersonAction);
  const errorAt = (path: string) => {
    const problem = problemAt(failure, path);
    return problem === null ? undefined : t(`problems.${problem}`);
  };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const name = typed.get("name");
    run(
      Object.fromEntries(typed),
      (account) => onAdded({ ...account, name: typeof name === "string" ? name.trim() : "" }),
      () => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
    );
  }

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
      <TextField
        name="name"
        label={t("people.new.name")}
        error={errorAt("name")}
        autoComplete="off"
      />
      <TextField
        type="email"
        name="email"
        label={t("people.new.email")}
        error={errorAt("email")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SelectField
        name="role"
        label={t("people.new.role")}
        emptyLabel={t("people.new.roleEmpty")}
        error={errorAt("role")}
        options={Role.options.map((role) => ({
          value: role,
          label: `${t(`common.role.${role}`)}: ${t(`people.new.roles.${role}`)}`,
        }))}
      />
      <VerbFailureNotice failure={failure} fields={["name", "email", "role"]} />
      <div>
        <Button
          type="submit"
          variant="primary"
          size="lg"
          isBusy={isWorking}
          busyLabel={t("people.new.working")}
        >
          {t("people.new.submit")}
        </Button>
      </div>
    </form>
  );
}
