"use client";

import { Check, Circle } from "lucide-react";

import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { useReader } from "@/lib/i18n/use-reader";

/** The shortest that is taken (lib/server/auth/password.ts, which stays on the server). */
const LEAST = 12;

/** What a password needs, ticked off as it is typed; what only the server knows is said. */
export function PasswordRules({ id, password }: { id: string; password: string }) {
  const { t } = useReader();
  const rules = [
    { words: t("account.password.rules.length"), isMet: Array.from(password).length >= LEAST },
    {
      words: t("account.password.rules.mixed"),
      isMet: /\p{L}/u.test(password) && /\p{N}/u.test(password),
    },
    { words: t("account.password.rules.other"), isMet: null },
  ];
  return (
    <ul
      id={id}
      aria-label={t("account.password.rules.label")}
      className="flex flex-col gap-1 text-xs text-ink-soft"
    >
      {rules.map(({ words, isMet }) => (
        <li key={words} className="flex gap-1.5">
          <Icon
            of={isMet === true ? Check : Circle}
            className={cx("size-3.5 translate-y-px", isMet === true && "text-applied")}
          />
          <span>
            {words}
            {isMet !== null && (
              <span className="sr-only">
                {" "}
                ({t(`account.password.rules.${isMet ? "met" : "open"}`)})
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
