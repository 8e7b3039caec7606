export const movements = {
  title: "Movements",
  filter: "Filter",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  columns: {
    time: "Time",
    type: "Type",
    direction: "Direction",
    amount: "Amount",
    status: "Status",
    reference: "Reference",
    text: "Text",
  },
  totals: { in: "In", out: "Out", net: "Net" },
} as const;
