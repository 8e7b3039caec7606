export const funds = {
  title: "Funds",
  mode: {
    label: "Mode",
    channel: "Channel operation",
    channelExplanation:
      "A load or a withdrawal that came through a channel: mobile, web, ATM. Moves money. Carries channel, description and custom keys.",
    adjustment: "Adjustment",
    adjustmentExplanation:
      "A correction by the back office. Moves money as well. Carries observations, which the auditor reads.",
  },
  operation: { label: "Operation", ADD_FUNDS: "Add funds", WITHDRAW_FUNDS: "Withdraw funds" },
  amount: "Amount",
  currency: "Currency",
  channel: "Channel",
  reference: "Reference",
  description: "Description",
  customKeys: "Custom keys",
  observations: "Observations",
  reason: "Reason",
  review: "Review",
  confirm: "Confirm and send",
} as const;
