/** Finding out what became of an unknown operation, and sending again what was not applied. */
export const settle = {
  live: {
    looked:
      "{looks, plural, =0 {Not looked yet.} one {Looked once, at {time}.} other {Looked # times, last at {time}.}}",
    nextIn: "Next look in {time}.",
    now: "Looking now.",
    byPeople: "The next look is made when somebody who may check has this page open.",
    again: "Looked again at {time}. The outcome is still unknown.",
    off: "The desk does not answer at the moment: this page may be old.",
    "signed-out": "Your session has ended: this page is no longer live. Sign in again.",
  },
  proposal: {
    title: "Is this movement the operation?",
    lead: "It was found in the issuer''s movements, and the desk cannot be sure. Compare the two before you decide.",
    fact: "Fact",
    asked: "Asked for",
    movement: "Movement",
    differs: "differs",
    moment: "Time",
    id: "Id",
    none: "none",
    otherSpelling: "written in another way",
    otherDirection: "another one, or none given",
    doubts: "Why the desk is not sure",
    doubt: {
      state: "Its state does not say that the money moved.",
      reference: "The issuer writes its reference in another way.",
      "no-reference": "The movement carries no reference.",
      amount: "Its amount is not the one that was asked for.",
      currency: "Its currency is not the one that was asked for.",
      direction: "It does not say that the money went the same way.",
      time: "It is dated before the operation was sent.",
      sibling:
        "Another operation like this one was sent about then: the movement may be that one''s.",
    },
    reason: "Why",
    reasonHelp: "What you compared, and where. It stays on record with your name.",
    yes: "Yes, this is it",
    no: "No, it is not",
    yesMeans: "Yes: the operation is applied, and no other one can claim this movement.",
    noMeans: "No: this movement is not proposed again. Nothing is sent.",
    supervisor: "A supervisor must decide. Nothing is to be repeated until then.",
  },
  byHand: {
    summary: "Settle by hand",
    lead: "For when you know for sure from elsewhere, such as the issuer''s support. The desk stops looking, and this cannot be taken back here.",
    outcome: "What became of it",
    applied: "Applied",
    appliedMeans: "The money moved. The reference stays used and nothing can be sent again.",
    notApplied: "Not applied",
    notAppliedMeans:
      "No money moved. The operation can be sent again under its own reference: if it did arrive, the money would then move twice.",
    reason: "Reason",
    reasonHelp: "How you learned it, and who confirmed it. It stays on record with your name.",
    movementId: "Movement id",
    movementHelp: "As the issuer shows it. No other operation can claim it then.",
    submit: "Record the outcome",
  },
  again: {
    button: "Send again",
    title: "Send this again?",
    ADD_FUNDS: "{amount} will be added to card {card}.",
    WITHDRAW_FUNDS: "{amount} will be withdrawn from card {card}.",
    lead: "It goes out as a new operation with the same data and the same reference {reference}. First the issuer''s movements are read once more: if the earlier one is there, nothing is sent.",
    request: "The exact request",
    confirm: "Confirm and send",
    cancel: "Do not send",
    working: "Looking, then sending",
    resends: "Sends again an earlier operation that was not applied",
    resentAs: "Sent again on {time}",
  },
  problem: {
    see: "See that operation",
    signIn: "Sign in",
    changed: {
      title: "Nothing was recorded: it has changed meanwhile",
      detail: "The page shows how it stands now.",
    },
    claimed: {
      title: "Nothing was recorded: the movement belongs to another operation",
      detail: "One movement is one operation. Look at the card''s movements again.",
    },
    "signed-out": {
      title: "Nothing was recorded: your session ended",
      detail: "Sign in and come back to this page.",
    },
    proof: {
      title: "Nothing was recorded: it takes a proof that it is you",
      detail: "Press again and prove that it is you; what you wrote is kept.",
    },
    busy: {
      title: "Nothing was recorded: too many requests at once",
      detail: "Wait a moment and press again.",
    },
    denied: {
      title: "Nothing was recorded: your role may not do this",
      detail: "Ask somebody whose role allows it.",
    },
    arrived: {
      title: "Nothing was sent: the earlier one may have arrived after all",
      detail:
        "The issuer''s movements have something that may be it. Where it is certain enough to be asked about, a supervisor finds it on this page; otherwise wait a moment and try again.",
    },
    taken: {
      title: "Nothing was sent: the reference is in use again",
      detail: "Another operation has it, perhaps because somebody has sent this one again already.",
    },
    stopped: {
      title: "Nothing was sent: the desk has stopped sending",
      detail: "Send it when the desk sends again.",
    },
    issuer: {
      title: "Nothing was sent: the issuer does not answer",
      detail: "Its movements must be read before anything is sent again. Try again in a moment.",
    },
    lost: {
      title: "The desk did not answer",
      detail: "Press again: it stays the same decision and can only happen once.",
    },
    other: {
      title: "Nothing was recorded, and nothing was sent",
      detail: "Reload the page; if it happens again, tell your administrator.",
    },
  },
} as const;
