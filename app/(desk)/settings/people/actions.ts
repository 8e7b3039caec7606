"use server";

import { action } from "@/lib/server/action";
import { addPerson } from "@/lib/server/operators/add-person";
import { changeRole } from "@/lib/server/operators/change-role";
import { disablePerson, enablePerson } from "@/lib/server/operators/disable-person";
import {
  resetPassword,
  resetSecondFactor,
  unlockPerson,
} from "@/lib/server/operators/reset-person";

export const addPersonAction = action(addPerson);
export const changeRoleAction = action(changeRole);
export const disablePersonAction = action(disablePerson);
export const enablePersonAction = action(enablePerson);
export const resetPasswordAction = action(resetPassword);
export const resetSecondFactorAction = action(resetSecondFactor);
export const unlockPersonAction = action(unlockPerson);
