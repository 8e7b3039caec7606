import type { Reader } from "@/lib/i18n/reader";

/** On every page of a sandbox and on none of a live desk, so that its absence means something. */
export function SandboxBar({ reader }: { reader: Pick<Reader, "t"> }) {
  return (
    <aside
      aria-label={reader.t("shell.sandbox.title")}
      className="sticky top-0 z-40 flex h-bar items-center justify-center stripes px-4 text-xs font-medium text-sandbox print:hidden"
    >
      <p className="truncate rounded-sm bg-sandbox-soft px-2">{reader.t("shell.sandbox.bar")}</p>
    </aside>
  );
}
