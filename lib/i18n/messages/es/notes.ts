import type { notes as english } from "../en/notes";
import type { Translation } from "../translation";

export const notes: Translation<typeof english> = {
  title: "Notas",
  lead: "Lo que las personas escribieron con sus operaciones y sobre ellas, lo más reciente primero. Una nota no se puede cambiar ni quitar.",
  zone: "Horas de {place} ({offset})",
  list: "Notas",
  observations: "Observaciones",
  description: "Descripción",
  goOnReason: "Por qué se envió aunque ya había una similar",
  note: "Agregada a la operación",
  add: {
    title: "Agregar nota",
    label: "Nota",
    help: "Queda registrada con su nombre y la hora. Después no se puede cambiar.",
    save: "Agregar nota",
    empty: "Escriba primero la nota.",
    left: "{count, plural, =0 {No quedan caracteres} one {Queda # carácter} other {Quedan # caracteres}}",
    saved: "Agregada. Aparece en «Qué pasó».",
    "signed-out":
      "No se agregó: su sesión terminó. Lo que escribió queda guardado en esta computadora.",
    signIn: "Entrar",
    denied: "No se agregó: su rol no permite escribir notas.",
    lost: "La mesa no respondió. Lo que escribió queda guardado; agréguelo de nuevo, se guarda una sola vez.",
  },
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
