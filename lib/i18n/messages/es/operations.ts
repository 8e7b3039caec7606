import type { operations as english } from "../en/operations";
import type { Translation } from "../translation";

export const operations: Translation<typeof english> = {
  title: "Operaciones",
  leadAll: "Todas las cargas y los retiros que esta mesa ha enviado, lo más reciente primero.",
  leadOwn: "Las cargas y los retiros que usted ha enviado, lo más reciente primero.",
  leadUnknown: "Primero las que llevan más tiempo en espera.",
  zone: "Horas de {place} ({offset})",
  filter: "Resultado",
  all: "Todas",
  unknownFirst:
    "{count, plural, one {Una operación no tiene resultado conocido. No la repita: la mesa la busca en los movimientos del emisor.} other {{shown} operaciones no tienen resultado conocido. No las repita: la mesa las busca en los movimientos del emisor.}}",
  seeUnknown: "Ver lo que está sin resolver",
  empty: "Aún no hay operaciones.",
  emptyDetail: "Busque una tarjeta en la parte superior de la página para cargar o retirar fondos.",
  emptyFilter: "Ninguna operación tiene este resultado.",
  emptyUnknown: "No hay nada en espera de respuesta.",
  emptyUnknownDetail: "Todas las operaciones tienen resultado conocido.",
  emptyPage: "No hay más operaciones.",
  showAll: "Mostrar todas las operaciones",
  firstPage: "Volver a la primera página",
  newer: "Página anterior",
  older: "Página siguiente",
  pages: "Páginas",
  page: "Página {page}",
};
