"use client";

import { Printer } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Prints the receipt; the shell and the buttons stay off the paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button className="print:hidden" onClick={() => window.print()}>
      <Icon of={Printer} />
      {label}
    </Button>
  );
}
