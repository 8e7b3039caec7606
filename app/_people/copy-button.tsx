"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

interface CopyButtonProps {
  text: string;
  label: string;
  /** In its place once it is in the clipboard. */
  done: string;
}

/** Puts a text into the clipboard. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      onClick={() => {
        // Refused without TLS or a permission: the text stands beside it and can be selected.
        void navigator.clipboard?.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        );
      }}
    >
      <Icon of={isCopied ? Check : Copy} />
      <span aria-live="polite">{isCopied ? done : label}</span>
    </Button>
  );
}
