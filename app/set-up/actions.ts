"use server";

import { action } from "@/lib/server/action";
import { setFirstPassword } from "@/lib/server/operators/own-password";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/server/operators/own-second-factor";

// For whoever cannot work yet; the second factor is set up with the same two by everybody else.
export const setFirstPasswordAction = action(setFirstPassword, { serves: "incomplete" });
export const beginSecondFactorAction = action(beginSecondFactor, { serves: "incomplete" });
export const confirmSecondFactorAction = action(confirmSecondFactor, { serves: "incomplete" });
