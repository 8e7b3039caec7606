import {
  ChevronDown,
  CircleUserRound,
  Keyboard,
  Lock,
  LogOut,
  SlidersHorizontal,
  UserRoundCog,
} from "lucide-react";
import Link from "next/link";

import { LanguageChoice, ThemeChoice } from "@/app/_preferences/preferences";
import { LockButton } from "@/app/_session/lock-button";
import { Icon } from "@/components/ui/icon";
import type { Operator } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

import { ShortcutsButton } from "./shortcuts";
import { SignOutButton } from "@/app/_auth/sign-out-button";

const TRIGGER =
  "flex h-9 items-center gap-2 rounded px-2 text-ink-soft transition-quiet hover:bg-surface-sunken hover:text-ink";
const PANEL = "menu-panel w-80 rounded-lg border bg-surface-raised p-0 text-ink shadow-pop";
const ITEM =
  "flex min-h-9 w-full items-center gap-3 rounded px-3 text-start transition-quiet hover:bg-surface-sunken";

/** Language and appearance. A native popover: opens, closes and gives focus back without a script. */
export function PreferencesMenu({ reader: { t } }: { reader: Pick<Reader, "t"> }) {
  return (
    <>
      <button type="button" popoverTarget="preferences" className={TRIGGER}>
        <Icon of={SlidersHorizontal} />
        <span className="sr-only">{t("shell.preferences")}</span>
      </button>
      <div popover="auto" id="preferences" className={PANEL}>
        <div className="flex flex-col gap-4 p-4">
          <div className="flex flex-col gap-1">
            <p className="text-xs font-medium">{t("shell.language.label")}</p>
            <LanguageChoice />
          </div>
          <div className="flex flex-col gap-1">
            <p className="text-xs font-medium">{t("shell.theme.label")}</p>
            <ThemeChoice />
          </div>
        </div>
      </div>
    </>
  );
}

/** Who is signed in, with which role; shortcuts and the way out. */
export function PersonMenu({ reader: { t }, operator }: { reader: Reader; operator: Operator }) {
  const role = t(`common.role.${operator.role}`);
  return (
    <>
      <button type="button" popoverTarget="person" className={TRIGGER}>
        <Icon of={CircleUserRound} />
        <span className="flex max-w-44 flex-col items-start leading-4 max-md:sr-only">
          <span className="max-w-full truncate text-sm font-medium text-ink">{operator.name}</span>
          <span className="text-xs">{role}</span>
        </span>
        <span className="sr-only">{t("shell.person.menu")}</span>
        <Icon of={ChevronDown} className="size-3.5 max-md:hidden" />
      </button>
      <div popover="auto" id="person" className={PANEL}>
        <div className="border-b px-5 py-3">
          <p className="truncate font-semibold">{operator.name}</p>
          <p className="truncate text-xs text-ink-soft">
            {operator.email} · {role}
          </p>
        </div>
        <div className="flex flex-col p-2">
          <Link href={paths.account()} className={ITEM}>
            <Icon of={UserRoundCog} className="text-ink-soft" />
            {t("shell.person.account")}
          </Link>
          <ShortcutsButton className={ITEM}>
            <Icon of={Keyboard} className="text-ink-soft" />
            {t("shell.shortcuts.title")}
          </ShortcutsButton>
          <LockButton className={ITEM}>
            <Icon of={Lock} className="text-ink-soft" />
            {t("session.locked.menu")}
          </LockButton>
          <SignOutButton className={ITEM} failure={t("shell.person.signOutFailed")}>
            <Icon of={LogOut} className="text-ink-soft" />
            {t("shell.person.signOut")}
          </SignOutButton>
        </div>
      </div>
    </>
  );
}
