import { CircleAlert, CircleCheck, CircleX, Info } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";

import { cx } from "./cx";
import { Icon } from "./icon";

export type NoticeTone = "info" | "success" | "warn" | "error";

const LOOK: Record<NoticeTone, { icon: LucideIcon; box: string; mark: string }> = {
  info: { icon: Info, box: "bg-accent-soft border-accent/30", mark: "text-accent" },
  success: { icon: CircleCheck, box: "bg-applied-soft border-applied/30", mark: "text-applied" },
  warn: { icon: CircleAlert, box: "bg-unknown-soft border-unknown/30", mark: "text-unknown" },
  error: { icon: CircleX, box: "bg-refused-soft border-refused/30", mark: "text-refused" },
};

interface NoticeProps {
  tone?: NoticeTone;
  /** In place of the tone's own, where the notice is about a state that has an icon. */
  icon?: LucideIcon;
  title?: ReactNode;
  children?: ReactNode;
  /** Below the words: what the reader can do now. */
  actions?: ReactNode;
  /** It can be given the focus by script, for an error that answers a submit. */
  ref?: Ref<HTMLDivElement>;
  className?: string;
}

/**
 * A sentence that stands on the page. An error is an alert, a warning a status; information and
 * success are read in their place.
 */
export function Notice({
  tone = "info",
  icon,
  title,
  children,
  actions,
  ref,
  className,
}: NoticeProps) {
  const { icon: ownIcon, box, mark } = LOOK[tone];
  const role = { error: "alert", warn: "status", info: undefined, success: undefined }[tone];
  return (
    <div
      ref={ref}
      role={role}
      tabIndex={ref === undefined ? undefined : -1}
      className={cx("flex gap-3 rounded border p-3", box, className)}
    >
      <Icon of={icon ?? ownIcon} className={cx("mt-0.5", mark)} />
      <div className="flex min-w-0 max-w-words flex-col gap-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="flex flex-col gap-1">{children}</div>}
        {actions !== undefined && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
