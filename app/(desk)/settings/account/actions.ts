"use server";

import { action } from "@/lib/server/action";
import { changeOwnPassword } from "@/lib/server/operators/own-password";
import { removeSecondFactor, renewRecoveryCodes } from "@/lib/server/operators/own-second-factor";

export const changeOwnPasswordAction = action(changeOwnPassword);
export const removeSecondFactorAction = action(removeSecondFactor);
export const renewRecoveryCodesAction = action(renewRecoveryCodes);
