/** What somebody is shown before sending: similar operations, unsettled ones, a used reference. */
export const sense = {
  looking: "Looking for similar operations",
  clear:
    "Nothing similar in {hours, plural, one {the last hour} other {the last # hours}}, and nothing unsettled on this card.",
  clearUnsettled: "Nothing unsettled on this card.",
  failed: "The desk could not look for similar operations. It looks again when you send.",
  newTab: "opens in a new tab",
  similar: {
    title:
      "{count, plural, one {A similar operation was sent {ago}} other {# similar operations were sent in the last hours}}",
    detail:
      "Same card, same amount, same direction. {count, plural, one {Look at it} other {Look at them}} before you go on.",
    newest: "The newest {shown} of {count}.",
  },
  reason: "Why is this not the same operation?",
  reasonHelp: "It stays on record with the operation.",
  reasonMissing: "Say why this is not the same operation; then send it.",
  onRecord: "Reason for sending it although there was a similar one",
  unsettled: {
    title:
      "{count, plural, one {An operation on this card has no known outcome yet} other {# operations on this card have no known outcome yet}}",
    detail:
      "The balance may still change because {count, plural, one {of it} other {of them}}. You can go on.",
  },
  reference: {
    title: "This reference is already used on this card",
    detail: "As it stands it would be refused, and nothing would be sent.",
    another: "Use another reference",
  },
  /** At a field that holds a card number; a row of the custom keys has no name of its own. */
  cardNumber:
    "“{field}” holds what looks like a full card number. Remove it: card numbers are never stored here.",
  keyOfRow: "Key {number}",
  valueOfRow: "Value {number}",
} as const;
