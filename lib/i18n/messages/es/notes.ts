import type { notes as english } from "../en/notes";
import type { Translation } from "../translation";

export const notes: Translation<typeof english> = {
  title: "Notas",
  observations: "Observaciones",
  reason: "Motivo",
  by: "Por",
  empty: "Aún no hay notas.",
};
