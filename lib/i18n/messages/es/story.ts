import type { story as english } from "../en/story";
import type { Translation } from "../translation";

export const story: Translation<typeof english> = {
  title: "Operación",
  receipt: "Comprobante",
  facts: "Lo que se pidió",
  timeline: "Qué pasó",
  sentAt: "Enviada",
  by: "Por",
  desk: "La mesa (automático)",
  balanceSeen: "Saldo visto antes",
  balanceAfter: "Saldo después",
  requestId: "Id de la solicitud",
  noAnswer: "Sin respuesta",
  answer: "{status} después de {duration}",
  answered: "Respuesta (HTTP {status})",
  attempts: "{count} intentos; el primero se rechazó por sus credenciales",
  looked:
    "Se leyeron los movimientos de {months}: {count, plural, =0 {no hay ninguno} one {# movimiento; en él no se reconoce con certeza esta operación} other {# movimientos; en ninguno se reconoce con certeza esta operación}}.",
  lookedTimes: "Se buscó {count, plural, one {# vez} other {# veces}}, de las {from} a las {to}.",
  unreadable:
    "{count, plural, one {# fila no se pudo leer: puede ser esta operación} other {# filas no se pudieron leer: alguna puede ser esta operación}}. Esta búsqueda no prueba nada.",
  pending:
    "{count, plural, one {# movimiento que puede ser ella todavía no ha movido dinero} other {# movimientos que pueden ser ella todavía no han movido dinero}}.",
  movement: "Movimiento {id}",
  proposed: "{amount}, {time}.",
  proposedUndated: "{amount}, sin hora.",
  because: "Motivo: {reason}",
  provenBy:
    "{looks, plural, one {# búsqueda} other {# búsquedas}} desde {since}; ninguna la encontró.",
  sendsAgain: "Envía de nuevo una operación que no se aplicó.",
  none: {
    title: "No existe esa operación",
    detail: "El enlace puede estar incompleto o ser antiguo.",
  },
  event: {
    intended: "Se registró y luego se envió",
    applied: "El emisor la aplicó",
    refused: "El emisor la rechazó",
    unknown: "Sin respuesta definitiva",
    checked: "Se buscó en los movimientos del emisor",
    settled: "Se encontró en los movimientos del emisor",
    confirmed: "Supervisión confirmó el movimiento",
    proposed: "Se encontró un movimiento que puede ser esta operación",
    "proposal-rejected": "Supervisión indicó que el movimiento es otro",
    "proven-absent": "Se comprobó que no se aplicó",
    "settled-by-hand": "Se resolvió a mano",
    "by-hand-applied": "Se resolvió a mano: aplicada",
    "by-hand-not-applied": "Se resolvió a mano: no aplicada",
    noted: "Nota",
  },
  applied: {
    ADD_FUNDS: "Se cargaron {amount} a la tarjeta.",
    WITHDRAW_FUNDS: "Se retiraron {amount} de la tarjeta.",
    confirmed: "El emisor lo confirmó. El dinero se movió una sola vez.",
    found: "Aparece en los movimientos del emisor. El dinero se movió una sola vez.",
    proposal: "Según supervisión, el emisor la aplicó.",
    byHand: "Según supervisión, el emisor la aplicó.",
  },
  refused: {
    money: "No se movió dinero.",
    unknownCode: "El emisor rechazó la operación con el código {code}.",
    "business-code": "El emisor rechazó la operación.",
    "business-code_TODO":
      "Lea abajo el mensaje del emisor; si no le ayuda, dé a soporte el id de la solicitud.",
    "http-status": "El emisor rechazó la solicitud sin indicar un código.",
    "http-status_TODO": "Dé a soporte el id de la solicitud; la referencia se puede usar de nuevo.",
    "rate-limited": "El emisor recibe demasiadas solicitudes y devolvió esta.",
    "rate-limited_TODO":
      "Espere un momento y envíela de nuevo; la referencia se puede usar de nuevo.",
    "not-sent": "No se pudo contactar al emisor; la solicitud no salió de la mesa.",
    "not-sent_TODO": "Intente de nuevo en un momento; la referencia se puede usar de nuevo.",
  },
  unknown: {
    timeout: "El emisor no respondió a tiempo.",
    "connection-lost": "Se perdió la conexión con el emisor antes de recibir su respuesta.",
    "server-error": "El emisor falló mientras procesaba la solicitud.",
    "unreadable-answer": "El emisor respondió algo que la mesa no puede leer.",
    "duplicate-answer": "El emisor indica que ya tiene una operación como esta.",
    "sender-gone": "La mesa se interrumpió mientras enviaba.",
    money: "Todavía no sabemos si se movió dinero. No la repita.",
    todo: "La mesa sigue buscando por su cuenta la referencia {reference} en los movimientos de la tarjeta. Si aparece, la operación se aplicó. Si no aparece tras {looks, plural, one {# búsqueda} other {# búsquedas}} a lo largo de {window}, queda comprobado que no se aplicó y se podrá enviar de nuevo.",
    todoByPeople:
      "La mesa busca la referencia {reference} en los movimientos de la tarjeta mientras alguien con permiso de verificar tenga abierta esta página. Si aparece, la operación se aplicó. Si no aparece tras {looks, plural, one {# búsqueda} other {# búsquedas}} a lo largo de {window}, queda comprobado que no se aplicó y se podrá enviar de nuevo.",
    proposed:
      "Un movimiento del emisor puede ser esta operación. Supervisión debe decir si lo es; mientras tanto no se envía nada.",
  },
  "not-applied": {
    happened: "La operación no se aplicó.",
    absent:
      "No llegó al emisor: {looks, plural, one {# búsqueda} other {# búsquedas}} en sus movimientos desde {since} no la encontraron. No se movió dinero.",
    byHand: "Según supervisión, no se aplicó; entonces no se movió dinero.",
    todo: "Si el dinero aún debe moverse, envíela de nuevo desde aquí: la misma operación, con su misma referencia.",
    proposed:
      "Después apareció un movimiento que puede ser ella. No se puede enviar de nuevo hasta que supervisión diga si lo es.",
    resent: "Ya se envió de nuevo; lo que pasó con ese envío está en su propia página.",
  },
  intended: {
    happened: "La operación va en camino al emisor.",
    money:
      "Está registrada y se envía una sola vez. Esta página se actualiza sola cuando llegue la respuesta.",
  },
  check: {
    working: "Verificando",
    "not-found-yet":
      "Se buscó a las {time}: todavía no está entre los movimientos del emisor. El resultado sigue siendo desconocido.",
    failed:
      "El emisor no respondió a las {time}. Nada ha cambiado; verifique de nuevo en un momento.",
    "signed-out": "Su sesión terminó a las {time}. Entre y verifique de nuevo.",
  },
  next: {
    correct: "Corregir y enviar de nuevo",
    another: "Otra operación en esta tarjeta",
    movements: "Ver los movimientos de la tarjeta",
    print: "Imprimir",
  },
};
