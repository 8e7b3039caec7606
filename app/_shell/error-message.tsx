"use client";

import { Unplug } from "lucide-react";

import { buttonStyle } from "@/components/ui/button-style";
import { PageMessage } from "@/components/ui/page-message";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";

import { digestOf } from "./digest";
import type { ErrorPageProps } from "./digest";

/**
 * What is shown where a bug was: never its message, always the number under which it is logged. Its
 * links load a whole page, because the router may be what broke; it is also part of every page's
 * weight, so it is made of little.
 */
export function ErrorMessage({ error, retry }: ErrorPageProps) {
  const { t } = useReader();
  return (
    <PageMessage
      icon={Unplug}
      title={t("errors.unexpected.title")}
      reference={
        <>
          {t("errors.unexpected.reference")}:{" "}
          <code className="font-mono text-ink select-all">
            {digestOf(error) ?? t("errors.unexpected.noReference")}
          </code>
        </>
      }
      actions={
        <>
          <button type="button" onClick={retry} className={buttonStyle("primary", "md")}>
            {t("common.retry")}
          </button>
          <a href={paths.operations()} className={buttonStyle("secondary", "md")}>
            {t("errors.operations")}
          </a>
          <a href={paths.home()} className={buttonStyle("quiet", "md")}>
            {t("errors.home")}
          </a>
        </>
      }
    >
      {t("errors.unexpected.detail")}
    </PageMessage>
  );
}
