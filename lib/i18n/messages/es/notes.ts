import type { notes as english } from "../en/notes";
import type { Translation } from "../translation";

export const notes: Translation<typeof english> = {
  title: "Notas",
  lead: "Lo que las personas escribieron con sus operaciones y sobre ellas, lo más reciente primero. Una nota no se puede cambiar ni quitar.",
  zone: "Horas de {place} ({offset})",
  list: "Notas",
  observations: "Observaciones",
  description: "Descripción",
  note: "Agregada a la operación",
  reason: "Motivo",
  empty: "Aún no hay notas.",
  emptyDetail:
    "Aquí estarán las observaciones de los ajustes, las descripciones de las operaciones de canal y lo que se agregue después a una operación.",
  emptyCard: "Esta tarjeta aún no tiene notas.",
  emptyPage: "No hay más notas.",
  firstPage: "Volver a la primera página",
  newer: "Notas más recientes",
  older: "Notas anteriores",
  pages: "Páginas",
  page: "Página {page}",
};
