import type { movements as english } from "../en/movements";
import type { Translation } from "../translation";

export const movements: Translation<typeof english> = {
  title: "Movimientos",
  filter: "Filtrar",
  previousMonth: "Mes anterior",
  nextMonth: "Mes siguiente",
  columns: {
    time: "Hora",
    type: "Tipo",
    direction: "Dirección",
    amount: "Monto",
    status: "Estado",
    reference: "Referencia",
    text: "Texto",
  },
  totals: { in: "Entradas", out: "Salidas", net: "Neto" },
};
