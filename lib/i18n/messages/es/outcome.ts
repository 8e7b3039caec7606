import type { outcome as english } from "../en/outcome";
import type { Translation } from "../translation";

export const outcome: Translation<typeof english> = {
  applied: "Aplicada",
  refused: "Rechazada",
  unknown: "Resultado desconocido",
  intended: "Enviando",
  "not-applied": "No aplicada",
  checkNow: "Verificar ahora",
};
