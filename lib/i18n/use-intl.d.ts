import type { IntlTag } from "./locale";
import type { Messages } from "./messages/en";

// The one place where use-intl learns our keys: `useTranslations` is typed by it.
declare module "use-intl" {
  interface AppConfig {
    Locale: IntlTag;
    Messages: Messages;
  }
}
