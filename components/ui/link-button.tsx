import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { buttonStyle } from "./button-style";
import type { ButtonSize, ButtonVariant } from "./button-style";

interface LinkButtonProps {
  href: Route;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children: ReactNode;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  href,
  variant = "secondary",
  size = "md",
  className,
  children,
}: LinkButtonProps) {
  return (
    <Link href={href} className={buttonStyle(variant, size, className)}>
      {children}
    </Link>
  );
}
