import { Ban, CircleCheck, Lock, Moon } from "lucide-react";
import type { LucideIcon } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/badge";
import type { AccountState } from "@/lib/domain/account";
import type { Reader } from "@/lib/i18n/reader";

const LOOK: Record<AccountState, { tone: Tone; icon: LucideIcon }> = {
  active: { tone: "applied", icon: CircleCheck },
  disabled: { tone: "refused", icon: Ban },
  "locked-out": { tone: "unknown", icon: Lock },
  dormant: { tone: "neutral", icon: Moon },
};

/** How an account stands. */
export function StateBadge({ t, state }: { t: Reader["t"]; state: AccountState }) {
  const { tone, icon } = LOOK[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`people.state.${state}`)}
    </Badge>
  );
}
