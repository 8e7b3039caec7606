export const find = {
  title: "Find a card",
  titleOf: "Cards for “{typed}”",
  several: "Several cards fit. Choose one.",
  byId: "Card id {typed}",
  byLastFour: "The number ends in {typed}",
  byReference: "Reference {typed}: {operation} of {amount}",
  open: "Open the card",
  openOperation: "See the operation",
  startTitle: "Find a card with the box at the top",
  startDetail:
    "Type a card id, the reference of an operation, or the last four digits of a card that the desk has seen. The key / goes to the box.",
  noneTitle: "No card found for “{typed}”",
  noneLastFour:
    "The desk knows the last four digits only of cards that somebody has opened here. Ask for the card id, or for the reference of an operation.",
  noneReference:
    "References are found exactly as they were written, among the operations that you may see. A card is also found by its id, or by the last four digits once somebody has opened it here.",
  noneId: "The issuer knows no card with this id.",
  issuerSilent:
    "The issuer does not answer, so a card id could not be looked up. What the desk itself knows is below.",
  refusedTitle: "A full card number is not searched for",
  refusedDetail:
    "What you typed looks like the full number of a card. It was not looked up, it is not in the address of this page, and the desk has not written it down. Use the card id or the last four digits.",
  recent: "Cards that you opened last",
} as const;
