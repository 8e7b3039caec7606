import type { funds as english } from "../en/funds";
import type { Translation } from "../translation";

export const funds: Translation<typeof english> = {
  title: "Fondos",
  mode: {
    label: "Modo",
    channel: "Operación de canal",
    channelExplanation:
      "De móvil, web, cajero u otro canal. Mueve dinero. Lleva canal, descripción y claves adicionales.",
    adjustment: "Ajuste",
    adjustmentExplanation:
      "Una corrección de la administración. También mueve dinero. Lleva motivo y observaciones, que auditoría leerá.",
  },
  operation: { label: "Operación", ADD_FUNDS: "Cargar fondos", WITHDRAW_FUNDS: "Retirar fondos" },
  amount: "Monto",
  amountHelp: "Por ejemplo {example}",
  currency: "Moneda",
  chooseCurrency: "Elija",
  otherCurrency: "La tarjeta está en {currency}: el emisor puede rechazar otra moneda.",
  channel: "Canal",
  chooseChannel: "Elija el canal",
  channels: { MOBILE: "Móvil", WEB: "Web", ATM: "Cajero automático", OTHER: "Otro" },
  otherChannel: "Nombre del canal",
  otherChannelHelp: "Se envía en mayúsculas, por ejemplo KIOSCO",
  reference: "Referencia",
  referenceHelp: "Sugerida según el correlativo del día; escriba la suya si tiene una.",
  referenceHelpFirst: "Se sugiere al elegir la operación; también puede escribir la suya.",
  description: "Descripción",
  descriptionHelp: "Breve; el emisor guarda 50 caracteres como máximo.",
  customKeys: "Claves adicionales",
  customKeysHelp: "Agregue una y, si quiere, pegue en ella líneas clave=valor.",
  key: "Clave",
  value: "Valor",
  addKey: "Agregar clave",
  removeKey: "Quitar la clave {number}",
  observations: "Observaciones",
  observationsHelp: "Qué pasó y quién lo solicitó. Auditoría lo leerá.",
  reason: "Motivo",
  chooseReason: "Elija el motivo",
  reasonHelp: "Se guarda en la mesa; no se envía al emisor.",
  charactersLeft:
    "{count, plural, =0 {No quedan caracteres} one {Queda # carácter} other {Quedan # caracteres}}",
  review: "Revisar",
  confirm: "Confirmar y enviar",
  sending: "Enviando",
  sendingDetail: "Se envía una sola vez. El emisor puede tardar en responder.",
  cardNotActive:
    "La tarjeta no está activa ({status}). Puede enviar la operación, pero es probable que el emisor la rechace.",
  summary: {
    title: "Lo que pasaría",
    before: "Saldo disponible",
    operation: "Operación",
    after: "Saldo después",
    short: "La tarjeta no tiene ese saldo: es probable que el emisor rechace el retiro (7303).",
    noBalance: "El emisor no informa el saldo de esta tarjeta.",
    moves: "Ambos modos mueven dinero, cada vez que se envían.",
    request: "La solicitud exacta",
    incomplete: "Aparece aquí cuando todos los campos están completos.",
  },
  reviewStep: {
    title: "Revise antes de enviar",
    cardOf: "la tarjeta de {holder} terminada en {lastFour}",
    cardById: "la tarjeta {cardId}",
    ADD_FUNDS: "Cargar {amount} a {card}.",
    ADD_FUNDS_LEAVING: "Cargar {amount} a {card}; quedarían {balance}.",
    WITHDRAW_FUNDS: "Retirar {amount} de {card}.",
    WITHDRAW_FUNDS_LEAVING: "Retirar {amount} de {card}; quedarían {balance}.",
    proofOver:
      "Para más de {amount} se le pedirá confirmar que es usted, salvo que lo haya hecho hace un momento.",
    proofAlways:
      "En esta moneda se le pedirá confirmar que es usted, salvo que lo haya hecho hace un momento.",
  },
  sentElsewhere: {
    title: "Ya se envió desde otra pestaña",
    detail:
      "Esta misma operación se envió o se reemplazó en otra pestaña. Desde aquí no se envió nada.",
  },
  problem: {
    code: "Código del emisor: {code}",
    correct: "Corregir los campos",
    signIn: "Entrar",
    seeOther: "Ver esa operación",
    newReference: "Usar otra referencia",
    seeSent: "Ver lo que se envió",
    startAnew: "Iniciar otra operación",
    invalid: {
      title: "No se envió nada: hay campos por corregir",
      detail: "No se movió dinero. Regrese a los campos; cada uno indica qué está mal.",
    },
    "signed-out": {
      title: "No se envió nada: su sesión terminó",
      detail:
        "No se movió dinero. Lo que escribió queda guardado en esta computadora; entre y continúe.",
    },
    locked: {
      title: "No se envió nada: la mesa está bloqueada",
      detail: "No se movió dinero. Desbloquéela y presione de nuevo; lo que escribió se conserva.",
    },
    incomplete: {
      title: "No se envió nada: su cuenta no está completa",
      detail: "No se movió dinero. Recargue la página para terminar de configurar su cuenta.",
    },
    "step-up": {
      title: "No se envió nada: falta comprobar que es usted",
      detail:
        "No se movió dinero. Presione de nuevo y compruebe que es usted; lo que escribió se conserva.",
    },
    "too-many": {
      title: "No se envió nada: demasiadas solicitudes a la vez",
      detail:
        "No se movió dinero. Espere un momento y presione de nuevo; lo que escribió se conserva.",
    },
    denied: {
      title: "No se envió nada: su rol no permite hacerlo",
      detail:
        "No se movió dinero. Si su trabajo lo requiere, solicítelo a un administrador de la mesa.",
    },
    "not-found": {
      title: "No se envió nada: la tarjeta o la operación no existe",
      detail: "No se movió dinero. Revise el id de la tarjeta y el enlace que siguió.",
    },
    "id-reused": {
      title: "Este formulario ya envió otra cosa",
      detail:
        "Su operación está registrada con otros datos, por eso estos no se enviaron. Vea lo que se envió antes de continuar.",
    },
    "reference-taken": {
      title: "No se envió nada: la referencia ya está usada en esta tarjeta",
      detail:
        "No se movió dinero. Otra operación tiene esta referencia; una nueva necesita la suya.",
    },
    similar: {
      title: "No se envió nada: hace poco se envió una operación similar",
      detail: "No se movió dinero. Véala e indique por qué esta no es la misma.",
    },
    "line-stopped": {
      title: "No se envió nada: la mesa detuvo los envíos",
      detail:
        "No se movió dinero. Lo que escribió queda guardado; envíelo cuando la mesa envíe de nuevo.",
    },
    "wrong-status": {
      title: "No se envió nada: la operación ya tiene otro resultado",
      detail: "No se movió dinero. Ábrala para ver qué pasó mientras tanto.",
    },
    "not-reversible": {
      title: "No se envió nada: esa operación no se puede revertir",
      detail: "No se movió dinero. Ábrala para ver por qué.",
    },
    "reversal-too-large": {
      title: "No se envió nada: es más de lo que queda por revertir",
      detail: "No se movió dinero. De esa operación queda menos que este monto.",
    },
    "may-have-arrived": {
      title: "No se envió nada: la anterior quizá sí llegó",
      detail:
        "Ahora no se movió dinero. Los movimientos del emisor muestran algo que puede ser ella.",
    },
    "movement-claimed": {
      title: "Ese movimiento es de otra operación",
      detail: "Un movimiento es una sola operación. Revise de nuevo los movimientos de la tarjeta.",
    },
    "issuer-unavailable": {
      title: "No se envió nada: el emisor no responde",
      detail: "No se movió dinero. Lo que escribió queda guardado; intente de nuevo en un momento.",
    },
    "issuer-refused": {
      title: "No se envió nada: el emisor no dejó entrar a la mesa",
      detail: "No se movió dinero. Avise a supervisión; lo que escribió queda guardado.",
    },
    lost: {
      title: "La mesa no respondió",
      detail:
        "Hasta ahora esta operación no está registrada. Puede presionar Confirmar y enviar otra vez: sigue siendo la misma operación y solo puede ocurrir una vez. Si continúa, recargue la página; lo que escribió queda guardado.",
    },
  },
};
