"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";

import { askAuth } from "@/app/_auth/ask-auth";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { SignInProblem } from "@/lib/domain/sign-in-problem";
import { useReader } from "@/lib/i18n/use-reader";

interface ProviderButtonProps {
  /** The provider's name. */
  name: string;
  /** A path of ours, already checked. */
  target: string;
  /** Whether the provider is to ask who it is, also whom it knows already. */
  isAnew: boolean;
  onProblem: (problem: SignInProblem) => void;
}

/** Goes to the provider, where the person says who they are. */
export function ProviderButton({ name, target, isAnew, onProblem }: ProviderButtonProps) {
  const { t } = useReader();
  const [isBusy, setIsBusy] = useState(false);
  async function go() {
    setIsBusy(true);
    const anew: Record<string, string> = isAnew ? { anew: "yes" } : {};
    const reply = await askAuth("signin/oidc", { callbackUrl: target, ...anew });
    // Still busy while the browser leaves.
    if (reply.kind === "go") return window.location.assign(reply.url);
    setIsBusy(false);
    onProblem("unavailable");
  }
  return (
    <Button
      size="lg"
      variant="primary"
      className="whitespace-normal"
      isBusy={isBusy}
      busyLabel={t("signIn.submitting")}
      onClick={() => void go()}
    >
      <Icon of={KeyRound} />
      {t("signIn.provider", { name })}
    </Button>
  );
}
