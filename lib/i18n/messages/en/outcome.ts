/** One word per state of an operation, the same in badges, rows, headings and receipts. */
export const outcome = {
  applied: "Applied",
  refused: "Refused",
  unknown: "Outcome unknown",
  intended: "Sending",
  "not-applied": "Not applied",
  checkNow: "Check now",
} as const;
