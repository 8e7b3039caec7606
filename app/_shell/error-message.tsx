"use client";

import { Hourglass, Unplug } from "lucide-react";

import { buttonStyle } from "@/components/ui/button-style";
import { PageMessage } from "@/components/ui/page-message";
import { useReader } from "@/lib/i18n/use-reader";
import { paths } from "@/lib/paths";
import { secondsInDigest } from "@/lib/too-many";

import { digestOf } from "./digest";
import type { ErrorPageProps } from "./digest";

/**
 * What is shown where a bug was: never its message, always the number under which it is logged. Its
 * links load a whole page, because the router may be what broke; it is also part of every page's
 * weight, so it is made of little.
 */
export function ErrorMessage({ error, retry }: ErrorPageProps) {
  const { t } = useReader();
  const seconds = secondsInDigest(digestOf(error));
  return (
    <PageMessage
      icon={seconds === null ? Unplug : Hourglass}
      title={t(seconds === null ? "errors.unexpected.title" : "errors.tooMany.title")}
      reference={
        seconds === null ? (
          <>
            {t("errors.unexpected.reference")}:{" "}
            <code className="font-mono text-ink select-all">
              {digestOf(error) ?? t("errors.unexpected.noReference")}
            </code>
          </>
        ) : undefined
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
      {seconds === null ? t("errors.unexpected.detail") : t("errors.tooMany.detail", { seconds })}
    </PageMessage>
  );
}
