import { Monitor, Moon, Sun } from "lucide-react";
import { cookies } from "next/headers";

import { Icon } from "@/components/ui/icon";
import { LOCALES } from "@/lib/i18n/locale";
import { getReader } from "@/lib/i18n/server";

import { chooseLocale, chooseTheme } from "./actions";
import { THEME_COOKIE, Theme, themeOf } from "./preference";

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

const GROUP = "flex gap-0.5 rounded border border-line-strong bg-surface-sunken p-0.5";
const CHOICE =
  "flex min-h-7 flex-1 items-center justify-center gap-1.5 rounded-sm px-2.5 font-medium whitespace-nowrap text-ink-soft transition-quiet hover:text-ink aria-pressed:bg-surface-raised aria-pressed:text-ink aria-pressed:shadow-[0_0_0_1px_var(--line-strong)]";

/** The language, as two buttons of a plain form: works before any script runs. */
export async function LanguageChoice() {
  const { locale, t } = await getReader();
  return (
    <form action={chooseLocale} aria-label={t("shell.language.label")} className={GROUP}>
      {LOCALES.map((choice) => (
        <button
          key={choice}
          name="locale"
          value={choice}
          lang={choice}
          aria-pressed={choice === locale}
          className={CHOICE}
        >
          {t(`shell.language.${choice}`)}
        </button>
      ))}
    </form>
  );
}

/** The appearance: the system's, light or dark. */
export async function ThemeChoice() {
  const { t } = await getReader();
  const current = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <form action={chooseTheme} aria-label={t("shell.theme.label")} className={GROUP}>
      {Theme.options.map((theme) => (
        <button
          key={theme}
          name="theme"
          value={theme}
          aria-pressed={theme === current}
          className={CHOICE}
        >
          <Icon of={THEME_ICONS[theme]} />
          {t(`shell.theme.${theme}`)}
        </button>
      ))}
    </form>
  );
}
