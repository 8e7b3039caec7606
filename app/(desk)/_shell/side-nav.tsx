import {
  CircleQuestionMark,
  House,
  ListChecks,
  NotebookText,
  OctagonPause,
  Settings,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Route } from "next";

import { Icon } from "@/components/ui/icon";
import { may } from "@/lib/domain/operator";
import type { Operator, Permission } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

import { NavCount } from "./nav-count";
import { NavLink } from "./nav-link";

interface Place {
  readonly key: "home" | "operations" | "unsettled" | "notes" | "line" | "settings";
  readonly href: Route;
  readonly icon: LucideIcon;
  readonly permission: Permission;
  /** Below 720 px there is room for five; the settings lead to it. */
  readonly isForWide?: boolean;
}

const PLACES: readonly Place[] = [
  { key: "home", href: paths.home(), icon: House, permission: "card.read" },
  {
    key: "operations",
    href: paths.operations(),
    icon: ListChecks,
    permission: "operation.read",
  },
  {
    key: "unsettled",
    href: paths.unsettled(),
    icon: CircleQuestionMark,
    permission: "operation.list-unsettled",
  },
  { key: "notes", href: paths.notes(), icon: NotebookText, permission: "note.read" },
  // Whoever stops sending has no time to look for it.
  {
    key: "line",
    href: paths.settingsLine(),
    icon: OctagonPause,
    permission: "line.stop",
    isForWide: true,
  },
  // One's own account for everybody; people, sessions and the line for who may see them.
  { key: "settings", href: paths.settings(), icon: Settings, permission: "account.manage" },
];

interface SideNavProps {
  reader: Pick<Reader, "t">;
  operator: Operator;
}

/** The places that this operator's role can see: at the side, or at the foot of a narrow screen. */
export function SideNav({ reader: { t }, operator }: SideNavProps) {
  return (
    <nav
      aria-label={t("shell.nav.label")}
      className="flex shrink-0 border-line bg-surface-raised print:hidden max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:gap-1 max-sm:border-t max-sm:p-1 sm:sticky sm:top-bar sm:h-[calc(100dvh-var(--bar-height))] sm:w-14 sm:flex-col sm:gap-1 sm:border-r sm:p-2 lg:w-50 lg:p-3"
    >
      {PLACES.filter(({ permission }) => may(operator, permission)).map((place) => (
        <NavLink
          key={place.key}
          href={place.href}
          label={t(`shell.nav.${place.key}`)}
          icon={<Icon of={place.icon} />}
          isForWide={place.isForWide ?? false}
          {...(place.key === "settings" && { except: paths.settingsLine() })}
          mark={place.key === "unsettled" && <NavCount />}
        />
      ))}
    </nav>
  );
}
