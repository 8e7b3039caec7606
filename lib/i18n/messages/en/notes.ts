export const notes = {
  title: "Notes",
  observations: "Observations",
  reason: "Reason",
  by: "By",
  empty: "No notes yet.",
} as const;
