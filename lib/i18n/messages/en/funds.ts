export const funds = {
  title: "Funds",
  mode: {
    label: "Mode",
    channel: "Channel operation",
    channelExplanation:
      "From mobile, web, ATM or another channel. Moves money. Carries channel, description and custom keys.",
    adjustment: "Adjustment",
    adjustmentExplanation:
      "A correction by the back office. Moves money as well. Carries a reason and observations, which the auditor reads.",
  },
  operation: { label: "Operation", ADD_FUNDS: "Add funds", WITHDRAW_FUNDS: "Withdraw funds" },
  amount: "Amount",
  amountHelp: "For example {example}",
  currency: "Currency",
  chooseCurrency: "Choose",
  otherCurrency: "The card is in {currency}: the issuer may refuse another currency.",
  channel: "Channel",
  chooseChannel: "Choose the channel",
  channels: { MOBILE: "Mobile", WEB: "Web", ATM: "ATM", OTHER: "Another" },
  otherChannel: "Name of the channel",
  otherChannelHelp: "Sent in capitals, like KIOSK",
  reference: "Reference",
  referenceHelp: "Suggested from the day's count; write your own if you have one.",
  referenceHelpFirst: "Suggested once you choose the operation; or write your own.",
  description: "Description",
  descriptionHelp: "Short; the issuer keeps at most 50 characters.",
  customKeys: "Custom keys",
  customKeysHelp: "Add one and, if you like, paste key=value lines into it.",
  key: "Key",
  value: "Value",
  addKey: "Add key",
  removeKey: "Remove key {number}",
  observations: "Observations",
  observationsHelp: "What happened and who asked for it. The auditor will read it.",
  reason: "Reason",
  chooseReason: "Choose the reason",
  reasonHelp: "Kept on the desk; it is not sent to the issuer.",
  charactersLeft:
    "{count, plural, =0 {No characters left} one {# character left} other {# characters left}}",
  review: "Review",
  confirm: "Confirm and send",
  sending: "Sending",
  sendingDetail: "It is sent once. The issuer may take a while to answer.",
  cardNotActive:
    "The card is not active ({status}). You can send the operation, but the issuer will probably refuse it.",
  summary: {
    title: "What would happen",
    before: "Available balance",
    operation: "Operation",
    after: "Balance afterwards",
    short:
      "The card does not have that much: the issuer will probably refuse the withdrawal (7303).",
    noBalance: "The issuer does not give the balance of this card.",
    moves: "Both modes move money, each time they are sent.",
    request: "The exact request",
    incomplete: "Shown here once every field is complete.",
  },
  reviewStep: {
    title: "Review before sending",
    cardOf: "{holder}''s card ending {lastFour}",
    cardById: "card {cardId}",
    ADD_FUNDS: "Add {amount} to {card}.",
    ADD_FUNDS_LEAVING: "Add {amount} to {card}, leaving {balance}.",
    WITHDRAW_FUNDS: "Withdraw {amount} from {card}.",
    WITHDRAW_FUNDS_LEAVING: "Withdraw {amount} from {card}, leaving {balance}.",
    proofOver:
      "Over {amount} you will be asked to confirm that it is you, unless you did so a moment ago.",
    proofAlways:
      "In this currency you will be asked to confirm that it is you, unless you did so a moment ago.",
  },
  sentElsewhere: {
    title: "Already sent from another tab",
    detail: "This same operation was sent or replaced in another tab. Nothing was sent from here.",
  },
  problem: {
    code: "Issuer code: {code}",
    correct: "Correct the fields",
    signIn: "Sign in",
    seeOther: "See that operation",
    newReference: "Use a new reference",
    seeSent: "See what was sent",
    startAnew: "Start a new operation",
    invalid: {
      title: "Nothing was sent: some fields need correcting",
      detail: "No money moved. Go back to the fields; each one says what is wrong.",
    },
    "signed-out": {
      title: "Nothing was sent: your session ended",
      detail: "No money moved. What you typed is kept on this computer; sign in and go on.",
    },
    locked: {
      title: "Nothing was sent: the desk is locked",
      detail: "No money moved. Unlock it and press again; what you typed is kept.",
    },
    incomplete: {
      title: "Nothing was sent: your account is not complete",
      detail: "No money moved. Reload the page to finish setting up your account.",
    },
    "step-up": {
      title: "Nothing was sent: it takes a proof that it is you",
      detail: "No money moved. Press again and prove that it is you; what you typed is kept.",
    },
    "too-many": {
      title: "Nothing was sent: too many requests at once",
      detail: "No money moved. Wait a moment and press again; what you typed is kept.",
    },
    denied: {
      title: "Nothing was sent: your role may not do this",
      detail: "No money moved. Ask an administrator of the desk if your work needs it.",
    },
    "not-found": {
      title: "Nothing was sent: the card or the operation does not exist",
      detail: "No money moved. Check the card id and the link that you followed.",
    },
    "id-reused": {
      title: "This form has already sent something else",
      detail:
        "Its operation is on record with other data, so these were not sent. See what was sent before you go on.",
    },
    "reference-taken": {
      title: "Nothing was sent: the reference is already used on this card",
      detail: "No money moved. Another operation holds this reference; a new one needs its own.",
    },
    similar: {
      title: "Nothing was sent: a similar operation was sent a short while ago",
      detail: "No money moved. Look at it, and say why this one is not the same.",
    },
    "line-stopped": {
      title: "Nothing was sent: the desk has stopped sending",
      detail: "No money moved. What you typed is kept; send it when the desk sends again.",
    },
    "wrong-status": {
      title: "Nothing was sent: the operation has another outcome by now",
      detail: "No money moved. Open it to see what happened meanwhile.",
    },
    "not-reversible": {
      title: "Nothing was sent: that operation cannot be reversed",
      detail: "No money moved. Open it to see why.",
    },
    "reversal-too-large": {
      title: "Nothing was sent: it is more than what is left to reverse",
      detail: "No money moved. What is left of that operation is less than this amount.",
    },
    "may-have-arrived": {
      title: "Nothing was sent: the earlier one may have arrived after all",
      detail: "No money moved now. The issuer''s movements show something that may be it.",
    },
    "movement-claimed": {
      title: "That movement belongs to another operation",
      detail: "One movement is one operation. Look at the card''s movements again.",
    },
    "issuer-unavailable": {
      title: "Nothing was sent: the issuer does not answer",
      detail: "No money moved. What you typed is kept; try again in a moment.",
    },
    "issuer-refused": {
      title: "Nothing was sent: the issuer did not let the desk in",
      detail: "No money moved. Tell your supervisor; what you typed is kept.",
    },
    lost: {
      title: "The desk did not answer",
      detail:
        "So far this operation is not on record. You can press Confirm and send again: it stays the same operation and can only happen once. If it goes on, reload the page; what you typed is kept.",
    },
  },
} as const;
