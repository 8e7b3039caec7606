import type { find as english } from "../en/find";
import type { Translation } from "../translation";

export const find: Translation<typeof english> = {
  title: "Buscar tarjeta",
  noneTitle: "No se encontró la tarjeta",
  noneDetail:
    "Escriba el id de una tarjeta, una referencia de la mesa o los últimos cuatro dígitos de una tarjeta que la mesa ya haya visto.",
};
