import Link from "next/link";

import { ProductMark } from "@/app/_shell/product-mark";
import type { Operator } from "@/lib/domain/operator";
import type { Reader } from "@/lib/i18n/reader";
import { paths } from "@/lib/paths";

import { UnsettledBadge } from "../_pulse/unsettled-badge";
import { CardFinder } from "./card-finder";
import { PersonMenu, PreferencesMenu } from "./menus";

interface HeaderProps {
  reader: Reader;
  operator: Operator;
}

/** The product word, the card finder, what is unsettled, the preferences, the person. */
export function Header({ reader, operator }: HeaderProps) {
  const { t } = reader;
  return (
    <header className="flex h-14 items-center gap-2 border-b bg-surface-raised px-4 print:hidden sm:gap-4 lg:pl-0">
      <Link
        href={paths.home()}
        className="flex h-9 shrink-0 items-center gap-2.5 rounded font-semibold lg:ml-4 lg:w-41 lg:px-2"
      >
        <ProductMark />
        <span className="max-lg:sr-only">{t("common.product")}</span>
      </Link>
      <CardFinder reader={reader} />
      <div className="ml-auto flex items-center gap-1">
        <UnsettledBadge />
        <PreferencesMenu reader={reader} />
        <PersonMenu reader={reader} operator={operator} />
      </div>
    </header>
  );
}
