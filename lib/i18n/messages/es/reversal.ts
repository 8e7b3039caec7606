import type { reversal as english } from "../en/reversal";
import type { Translation } from "../translation";

export const reversal: Translation<typeof english> = {
  mark: "Reversión",
  reverse: "Revertir",
  title: "Reversión",
  takesBack: "Revierte",
  reversedBy: "Revertida por",
  tries: "{count, plural, one {Un intento} other {# intentos}}, aún sin revertir",
  left: "Por revertir",
  inFull: "Revertida por completo",
  waits: "Una parte aún no tiene resultado conocido y cuenta como revertida mientras no lo tenga.",
  observations: "Reversión de {reference}",
  directionHelp: "Contraria a la operación original; no se puede cambiar.",
  currencyHelp: "La misma de la operación original; no se puede cambiar.",
  amountHelp: "Como máximo lo que queda por revertir: {left}",
  banner: {
    title: "Esto revierte {reference}",
    ADD_FUNDS: "Una carga de {amount} hecha por {by} el {date}. Por revertir: {left}.",
    WITHDRAW_FUNDS: "Un retiro de {amount} hecho por {by} el {date}. Por revertir: {left}.",
    see: "Ver esa operación",
  },
  review: {
    whole: "Esto revierte todo lo que queda de {reference}.",
    part: "Esto revierte una parte de {reference}; quedarían {rest} por revertir.",
  },
  tooLarge: "De ella quedan {left} por revertir.",
  cannot: {
    title: "Esta operación no se puede revertir",
    "not-found":
      "No existe esa operación en esta tarjeta. El enlace puede estar incompleto o ser antiguo.",
    "not-applied": "Solo se puede revertir una operación aplicada.",
    "is-reversal":
      "Es una reversión. Si el dinero debe moverse otra vez, envíe una operación aparte.",
    "nothing-left": "Ya no queda nada de ella por revertir.",
    denied: "Su rol no permite mover dinero en el sentido contrario.",
    back: "Volver a la tarjeta",
  },
  spent: {
    happened: "El emisor indica que la tarjeta no tiene {amount} disponibles.",
    money: "No se movió dinero. Es probable que el dinero ya se haya gastado o movido.",
    todo: "No la envíe de nuevo: el emisor la rechazaría otra vez. Agregue abajo una nota con lo acordado, para quien continúe con el caso.",
  },
};
