import type { find as english } from "../en/find";
import type { Translation } from "../translation";

export const find: Translation<typeof english> = {
  title: "Buscar tarjeta",
  titleOf: "Tarjetas para «{typed}»",
  several: "Hay varias tarjetas posibles. Elija una.",
  byId: "Id de tarjeta {typed}",
  byLastFour: "El número termina en {typed}",
  byReference: "Referencia {typed}: {operation} de {amount}",
  open: "Abrir la tarjeta",
  openOperation: "Ver la operación",
  startTitle: "Busque una tarjeta en la parte superior de la página",
  startDetail:
    "Escriba el id de una tarjeta, la referencia de una operación o los últimos cuatro dígitos de una tarjeta que la mesa ya haya visto. La tecla / lleva al buscador.",
  noneTitle: "No se encontró tarjeta para «{typed}»",
  noneLastFour:
    "La mesa solo conoce los últimos cuatro dígitos de las tarjetas que alguien ya abrió aquí. Pida el id de la tarjeta o la referencia de una operación.",
  noneReference:
    "Las referencias se buscan exactamente como se escribieron, entre las operaciones que usted puede ver. Una tarjeta también se encuentra por su id, o por sus últimos cuatro dígitos si alguien ya la abrió aquí.",
  noneId: "El emisor no conoce ninguna tarjeta con este id.",
  issuerSilent:
    "El emisor no responde, por lo que no se pudo buscar por id. Abajo está lo que la mesa misma conoce.",
  refusedTitle: "No se busca por número de tarjeta completo",
  refusedDetail:
    "Lo que escribió parece el número completo de una tarjeta. No se buscó, no está en la dirección de esta página y la mesa no lo anotó en ningún lugar. Use el id de la tarjeta o los últimos cuatro dígitos.",
  recent: "Las últimas tarjetas que abrió",
};
