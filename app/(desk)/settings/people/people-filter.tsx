import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { ACCOUNT_STATES } from "@/lib/domain/account";
import { Role } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";
import type { PeopleFilter as Filter } from "@/lib/server/operators/list-people";

interface PeopleFilterProps {
  t: Reader["t"];
  current: Filter;
}

/** Whom to show, as a form whose answer has an address: it needs no script. */
export function PeopleFilter({ t, current: { find = "", role, state } }: PeopleFilterProps) {
  const isFiltered = find !== "" || role != null || state != null;
  return (
    <form
      action={paths.people()}
      aria-label={t("people.filter.label")}
      className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[minmax(0,16rem)_10rem_10rem_auto_auto] sm:justify-start"
    >
      <TextField
        type="search"
        name="find"
        label={t("people.filter.find")}
        defaultValue={find}
        maxLength={200}
        autoComplete="off"
        className="max-sm:col-span-2"
      />
      <SelectField
        name="role"
        label={t("people.filter.role")}
        emptyLabel={t("people.filter.all")}
        defaultValue={role ?? ""}
        options={Role.options.map((value) => ({ value, label: t(`common.role.${value}`) }))}
      />
      <SelectField
        name="state"
        label={t("people.filter.state")}
        emptyLabel={t("people.filter.all")}
        defaultValue={state ?? ""}
        options={ACCOUNT_STATES.map((value) => ({ value, label: t(`people.state.${value}`) }))}
      />
      <Button type="submit" className="h-9 max-sm:justify-self-start">
        {t("people.filter.submit")}
      </Button>
      {isFiltered && (
        <LinkButton href={paths.people()} variant="quiet" className="h-9">
          {t("people.filter.clear")}
        </LinkButton>
      )}
    </form>
  );
}
