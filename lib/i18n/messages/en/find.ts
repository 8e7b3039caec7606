export const find = {
  title: "Find a card",
  noneTitle: "No card found",
  noneDetail:
    "Type a card id, a reference of the desk, or the last four digits of a card that the desk has seen.",
} as const;
