import type { settle as english } from "../en/settle";
import type { Translation } from "../translation";

export const settle: Translation<typeof english> = {
  live: {
    looked:
      "{looks, plural, =0 {Todavía no se ha buscado.} one {Se buscó una vez, a las {time}.} other {Se buscó # veces, la última a las {time}.}}",
    nextIn: "Próxima búsqueda en {time}.",
    now: "Buscando ahora.",
    byPeople:
      "La próxima búsqueda se hace cuando alguien con permiso de verificar tenga abierta esta página.",
    again: "Se buscó de nuevo a las {time}. El resultado sigue siendo desconocido.",
    off: "La mesa no responde en este momento: esta página puede estar desactualizada.",
    "signed-out": "Su sesión terminó: esta página ya no se actualiza. Entre de nuevo.",
  },
  proposal: {
    title: "¿Este movimiento es la operación?",
    lead: "Se encontró entre los movimientos del emisor y la mesa no puede estar segura. Compare los dos antes de decidir.",
    fact: "Dato",
    asked: "Lo que se pidió",
    movement: "Movimiento",
    differs: "no coincide",
    moment: "Hora",
    id: "Id",
    none: "ninguna",
    otherSpelling: "escrita de otra forma",
    otherDirection: "otro, o no se indica",
    doubts: "Por qué la mesa no está segura",
    doubt: {
      state: "Su estado no indica que el dinero se haya movido.",
      reference: "El emisor escribe la referencia de otra forma.",
      "no-reference": "El movimiento no trae referencia.",
      amount: "El monto no es el que se pidió.",
      currency: "La moneda no es la que se pidió.",
      direction: "No indica que el dinero haya ido en el mismo sentido.",
      time: "Tiene fecha anterior al envío de la operación.",
      sibling: "Por esas horas se envió otra operación igual: el movimiento puede ser de aquella.",
    },
    reason: "Por qué",
    reasonHelp: "Qué comparó y dónde. Queda registrado con su nombre.",
    yes: "Sí, es esta",
    no: "No, no lo es",
    yesMeans: "Sí: la operación queda aplicada y ninguna otra puede usar este movimiento.",
    noMeans: "No: este movimiento no se vuelve a proponer. No se envía nada.",
    supervisor: "Debe decidir supervisión. Mientras tanto no hay que repetir nada.",
  },
  byHand: {
    summary: "Resolver a mano",
    lead: "Para cuando usted lo sabe con certeza por otra vía, por ejemplo el soporte del emisor. La mesa deja de buscar y aquí ya no se puede deshacer.",
    outcome: "Qué pasó con la operación",
    applied: "Se aplicó",
    appliedMeans:
      "El dinero se movió. La referencia queda usada y no se puede enviar nada de nuevo.",
    notApplied: "No se aplicó",
    notAppliedMeans:
      "No se movió dinero. La operación se podrá enviar de nuevo con su misma referencia: si en realidad llegó, el dinero se movería dos veces.",
    reason: "Motivo",
    reasonHelp: "Cómo lo supo y quién se lo confirmó. Queda registrado con su nombre.",
    movementId: "Id del movimiento",
    movementHelp:
      "Como lo muestra el emisor. Así ninguna otra operación puede usar ese movimiento.",
    submit: "Registrar el resultado",
  },
  again: {
    button: "Enviar de nuevo",
    title: "¿Enviar esto de nuevo?",
    ADD_FUNDS: "Se cargarán {amount} a la tarjeta {card}.",
    WITHDRAW_FUNDS: "Se retirarán {amount} de la tarjeta {card}.",
    lead: "Sale como una operación nueva con los mismos datos y la misma referencia {reference}. Antes se leen una vez más los movimientos del emisor: si la anterior aparece, no se envía nada.",
    request: "La solicitud exacta",
    confirm: "Confirmar y enviar",
    cancel: "No enviar",
    working: "Buscando y luego enviando",
    resends: "Envía de nuevo una operación anterior que no se aplicó",
    resentAs: "Se envió de nuevo el {time}",
  },
  problem: {
    see: "Ver esa operación",
    signIn: "Entrar",
    changed: {
      title: "No se registró nada: la operación cambió entretanto",
      detail: "La página muestra cómo está ahora.",
    },
    claimed: {
      title: "No se registró nada: el movimiento es de otra operación",
      detail: "Un movimiento es una sola operación. Revise de nuevo los movimientos de la tarjeta.",
    },
    "signed-out": {
      title: "No se registró nada: su sesión terminó",
      detail: "Entre y vuelva a esta página.",
    },
    proof: {
      title: "No se registró nada: falta comprobar que es usted",
      detail: "Presione de nuevo y compruebe que es usted; lo que escribió se conserva.",
    },
    busy: {
      title: "No se registró nada: demasiadas solicitudes a la vez",
      detail: "Espere un momento y presione de nuevo.",
    },
    denied: {
      title: "No se registró nada: su rol no lo permite",
      detail: "Pídaselo a alguien cuyo rol lo permita.",
    },
    arrived: {
      title: "No se envió nada: la anterior quizá sí llegó",
      detail:
        "Entre los movimientos del emisor hay algo que puede ser ella. Si basta para preguntar, supervisión lo encuentra en esta página; si no, espere un momento e intente de nuevo.",
    },
    taken: {
      title: "No se envió nada: la referencia está en uso otra vez",
      detail: "La tiene otra operación, quizá porque alguien ya envió esta de nuevo.",
    },
    stopped: {
      title: "No se envió nada: la mesa detuvo los envíos",
      detail: "Envíela cuando la mesa vuelva a enviar.",
    },
    issuer: {
      title: "No se envió nada: el emisor no responde",
      detail:
        "Hay que leer sus movimientos antes de enviar algo de nuevo. Intente otra vez en un momento.",
    },
    lost: {
      title: "La mesa no respondió",
      detail: "Presione otra vez: sigue siendo la misma decisión y solo puede ocurrir una vez.",
    },
    other: {
      title: "No se registró ni se envió nada",
      detail: "Vuelva a cargar la página; si ocurre de nuevo, avise a la persona que administra.",
    },
  },
};
