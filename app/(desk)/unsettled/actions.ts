"use server";

import { action } from "@/lib/server/action";
import { lookNowIfDue } from "@/lib/server/operations/look-now-if-due";

export const lookNowIfDueAction = action(lookNowIfDue, { isBackground: true });
