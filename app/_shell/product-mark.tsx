/** A plus over a minus: what the desk does. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className ?? "size-6 shrink-0"}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M16 6.5v9M11.5 11h9M11.5 22.5h9"
        strokeWidth="3"
        strokeLinecap="round"
        className="fill-none stroke-accent-ink"
      />
    </svg>
  );
}
