/** Taking an applied operation back: its form, and the two operations' pages. */
export const reversal = {
  mark: "Reversal",
  reverse: "Reverse",
  title: "Reversal",
  takesBack: "Takes back",
  reversedBy: "Reversed by",
  tries: "{count, plural, one {Tried once} other {Tried # times}}, nothing reversed yet",
  left: "Left to reverse",
  inFull: "Reversed in full",
  waits: "Part of it has no known outcome yet and counts as reversed until it has.",
  observations: "Reversal of {reference}",
  directionHelp: "Opposite to the original operation; it cannot be changed.",
  currencyHelp: "The same as the original operation; it cannot be changed.",
  amountHelp: "At most what is left to reverse: {left}",
  banner: {
    title: "This takes back {reference}",
    ADD_FUNDS: "A load of {amount} by {by} on {date}. Left to reverse: {left}.",
    WITHDRAW_FUNDS: "A withdrawal of {amount} by {by} on {date}. Left to reverse: {left}.",
    see: "See that operation",
  },
  review: {
    whole: "This takes back all that is left of {reference}.",
    part: "This takes back a part of {reference}; {rest} would be left to reverse.",
  },
  tooLarge: "What is left of it to reverse is {left}.",
  cannot: {
    title: "This operation cannot be reversed",
    "not-found": "There is no such operation on this card. The link may be incomplete or old.",
    "not-applied": "Only an applied operation can be reversed.",
    "is-reversal":
      "It is a reversal itself. If the money is to move once more, send an operation of its own.",
    "nothing-left": "Nothing of it is left to reverse.",
    denied: "Your role may not move money in the opposite direction.",
    back: "Back to the card",
  },
  spent: {
    happened: "The issuer says that the card does not have {amount} available.",
    money: "No money moved. The money has probably been spent or moved on already.",
    todo: "Do not send it again: the issuer would refuse it again. Add a note below on what was agreed, for whoever goes on with the case.",
  },
} as const;
