export const notes = {
  title: "Notes",
  lead: "What people wrote with their operations, newest first. A note cannot be changed or removed.",
  zone: "Times in {place} ({offset})",
  list: "Notes",
  observations: "Observations",
  description: "Description",
  reason: "Reason",
  empty: "No notes yet.",
  emptyDetail:
    "The observations of an adjustment and the description of a channel operation will stand here.",
  emptyCard: "No notes on this card yet.",
  emptyPage: "There are no more notes.",
  firstPage: "Back to the first page",
  newer: "Newer notes",
  older: "Older notes",
  pages: "Pages",
  page: "Page {page}",
} as const;
