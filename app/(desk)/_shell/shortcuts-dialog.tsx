import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { Reader } from "@/lib/i18n/reader";

import { SHORTCUTS_ID } from "./shell-ids";
import { ShortcutsSwitch } from "./shortcuts";

/** The list of shortcuts, in a native dialog. */
export function ShortcutsDialog({ reader: { t } }: { reader: Pick<Reader, "t"> }) {
  const keys = [
    { keys: ["/"], words: t("shell.shortcuts.find") },
    { keys: ["?"], words: t("shell.shortcuts.list") },
    { keys: ["←", "→"], words: t("shell.shortcuts.months") },
    { keys: ["Esc"], words: t("shell.shortcuts.close") },
  ];
  const titleId = `${SHORTCUTS_ID}-title`;
  const helpId = `${SHORTCUTS_ID}-help`;
  return (
    <dialog
      id={SHORTCUTS_ID}
      aria-labelledby={titleId}
      closedby="any"
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border bg-surface-raised p-0 text-ink shadow-pop backdrop:bg-scrim/50"
    >
      <div className="flex flex-col gap-4 p-5">
        <h2 id={titleId} className="text-base font-semibold">
          {t("shell.shortcuts.title")}
        </h2>
        <dl className="flex flex-col">
          {keys.map(({ keys: caps, words }) => (
            <div
              key={words}
              className="flex min-h-9 items-center justify-between gap-4 border-t py-1.5 first:border-t-0"
            >
              <dt>{words}</dt>
              <dd className="flex gap-1">
                {caps.map((cap) => (
                  <Kbd key={cap}>{cap}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-col gap-1">
          <label className="flex items-center gap-2 font-medium">
            <ShortcutsSwitch describedBy={helpId} />
            {t("shell.shortcuts.enabled")}
          </label>
          <p id={helpId} className="text-xs text-ink-soft">
            {t("shell.shortcuts.enabledHelp")}
          </p>
        </div>
        <form method="dialog" className="flex justify-end">
          <Button type="submit">{t("common.close")}</Button>
        </form>
      </div>
    </dialog>
  );
}
