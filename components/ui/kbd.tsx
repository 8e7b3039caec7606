/** A key of the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-sm border bg-surface px-1 font-mono text-xs text-ink-soft">
      {children}
    </kbd>
  );
}
