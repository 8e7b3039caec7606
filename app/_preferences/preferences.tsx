import { Monitor, Moon, Sun } from "lucide-react";
import { cookies } from "next/headers";

import { Icon } from "@/components/ui/icon";
import { LOCALES } from "@/lib/i18n/locale";
import { getReader } from "@/lib/i18n/server";
import { deskEnv } from "@/lib/server/env";

import { chooseLocale, chooseTheme } from "./actions";
import { THEMES, themeCookie, themeOf } from "./preference";

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

const GROUP = "flex overflow-clip rounded border border-line-strong bg-surface-raised";
const CHOICE =
  "flex min-h-8 flex-1 items-center justify-center gap-1.5 border-l border-line px-2.5 font-medium whitespace-nowrap text-ink-soft transition-quiet first:border-l-0 hover:text-ink focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft aria-pressed:text-accent";

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

/** The appearance: the system's, light or dark. As icons alone where there is little room. */
export async function ThemeChoice({ isCompact = false }: { isCompact?: boolean }) {
  const { t } = await getReader();
  const current = themeOf((await cookies()).get(themeCookie(deskEnv().publicUrl))?.value);
  return (
    <form action={chooseTheme} aria-label={t("shell.theme.label")} className={GROUP}>
      {THEMES.map((theme) => (
        <button
          key={theme}
          name="theme"
          value={theme}
          title={isCompact ? t(`shell.theme.${theme}`) : undefined}
          aria-pressed={theme === current}
          className={CHOICE}
        >
          <Icon of={THEME_ICONS[theme]} />
          <span className={isCompact ? "sr-only" : undefined}>{t(`shell.theme.${theme}`)}</span>
        </button>
      ))}
    </form>
  );
}
