"use server";

import { action } from "@/lib/server/action";
import { checkOperation } from "@/lib/server/operations/check-operation";
import { confirmProposal } from "@/lib/server/operations/confirm-proposal";
import { lookNowIfDue } from "@/lib/server/operations/look-now-if-due";
import { rejectProposal } from "@/lib/server/operations/reject-proposal";
import { sendAgain } from "@/lib/server/operations/send-again";
import { settleByHand } from "@/lib/server/operations/settle-by-hand";

export const checkOperationAction = action(checkOperation);
export const lookNowIfDueAction = action(lookNowIfDue, { isBackground: true });
export const confirmProposalAction = action(confirmProposal);
export const rejectProposalAction = action(rejectProposal);
export const settleByHandAction = action(settleByHand);
export const sendAgainAction = action(sendAgain);
