import type { pulse as english } from "../en/pulse";
import type { Translation } from "../translation";

export const pulse: Translation<typeof english> = {
  unsettled:
    "{count, plural, one {# operación con resultado desconocido} other {# operaciones con resultado desconocido}}",
  stopped: {
    title: "Los envíos están detenidos.",
    by: "Desde el {time}, {zone}, por {by}: «{reason}»",
    byItself:
      "Desde el {time}, {zone}: la mesa se detuvo por sí sola, porque demasiados de los últimos envíos quedaron con resultado desconocido.",
    goesOn: "Las consultas y las verificaciones siguen, y lo que escriba queda guardado.",
    draft:
      "Puede llenar el formulario: el borrador queda guardado en esta computadora y usted lo envía cuando se reanuden los envíos.",
    see: "Ver detalles",
  },
};
