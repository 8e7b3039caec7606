import type { sense as english } from "../en/sense";
import type { Translation } from "../translation";

export const sense: Translation<typeof english> = {
  looking: "Buscando operaciones similares",
  clear:
    "Nada similar en {hours, plural, one {la última hora} other {las últimas # horas}} ni operaciones sin resolver en esta tarjeta.",
  clearUnsettled: "No hay operaciones sin resolver en esta tarjeta.",
  failed: "La mesa no pudo buscar operaciones similares. Lo hará otra vez cuando usted envíe.",
  newTab: "se abre en otra pestaña",
  similar: {
    title:
      "{count, plural, one {Se envió una operación similar {ago}} other {Se enviaron # operaciones similares en las últimas horas}}",
    detail:
      "Misma tarjeta, mismo monto, misma dirección. {count, plural, one {Revísela antes} other {Revíselas antes}} de continuar.",
    newest: "Las {shown} más recientes de {count}.",
  },
  reason: "¿Por qué esta operación no es la misma?",
  reasonHelp: "Queda registrado con la operación.",
  reasonMissing: "Indique por qué esta operación no es la misma y luego envíela.",
  onRecord: "Motivo para enviarla pese a haber una similar",
  unsettled: {
    title:
      "{count, plural, one {Una operación de esta tarjeta aún no tiene resultado} other {# operaciones de esta tarjeta aún no tienen resultado}}",
    detail:
      "El saldo todavía puede cambiar {count, plural, one {por ella} other {por ellas}}. Usted puede continuar.",
  },
  reference: {
    title: "Esta referencia ya está usada en esta tarjeta",
    detail: "Tal como está se rechazaría y no se enviaría nada.",
    another: "Usar otra referencia",
  },
  cardNumber:
    "En «{field}» hay algo que parece un número de tarjeta completo. Quítelo: aquí nunca se guardan números de tarjeta.",
  keyOfRow: "Clave {number}",
  valueOfRow: "Valor {number}",
};
