import type { funds as english } from "../en/funds";
import type { Translation } from "../translation";

export const funds: Translation<typeof english> = {
  title: "Fondos",
  mode: {
    label: "Modo",
    channel: "Operación de canal",
    channelExplanation:
      "Una carga o un retiro que llegó por un canal: móvil, web, cajero. Mueve dinero. Lleva canal, descripción y claves adicionales.",
    adjustment: "Ajuste",
    adjustmentExplanation:
      "Una corrección de la administración. También mueve dinero. Lleva observaciones, que auditoría lee.",
  },
  operation: { label: "Operación", ADD_FUNDS: "Cargar fondos", WITHDRAW_FUNDS: "Retirar fondos" },
  amount: "Monto",
  currency: "Moneda",
  channel: "Canal",
  reference: "Referencia",
  description: "Descripción",
  customKeys: "Claves adicionales",
  observations: "Observaciones",
  reason: "Motivo",
  review: "Revisar",
  confirm: "Confirmar y enviar",
};
