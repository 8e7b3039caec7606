"use client";

import { ExternalLink } from "lucide-react";

import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/paths";

interface AtProviderProps {
  /** Where to go in this tab. Without it a tab of its own proves it, and this page stays as it is. */
  href?: string;
  label: string;
  lead: string;
}

/** The way to the provider for whoever signs in there. */
export function AtProvider({ href, label, lead }: AtProviderProps) {
  if (href !== undefined) {
    return (
      <a href={href} className={buttonStyle("primary", "lg")}>
        {label}
      </a>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <a
        href={paths.proveAtProvider(paths.proven())}
        target="_blank"
        rel="noreferrer"
        className={buttonStyle("primary", "lg")}
      >
        {label}
        <Icon of={ExternalLink} />
      </a>
      <p className="text-xs text-ink-soft">{lead}</p>
    </div>
  );
}
