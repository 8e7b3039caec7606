import type { line as english } from "../en/line";
import type { Translation } from "../translation";

export const line: Translation<typeof english> = {
  title: "Envíos",
  lead: "Si la mesa envía operaciones al emisor: para todas las personas, en todas las instancias.",
  now: {
    title: "Ahora",
    sends: "La mesa envía",
    sendsDetail: "Cada operación que alguien confirma va al emisor.",
    stopped: "Los envíos están detenidos",
    stoppedDetail:
      "Nada que mueva dinero sale de la mesa. Las consultas y las verificaciones siguen; los borradores quedan guardados.",
    automatic:
      "Se detiene por sí sola cuando más del {percent} % de los envíos {minutes, plural, one {del último minuto} other {de los últimos # minutos}} queda con resultado desconocido y hay al menos {least, plural, one {# envío} other {# envíos}}.",
    never: "Nunca se detiene por sí sola: así está configurada esta mesa.",
    whoMay: "Quien administra la mesa detiene los envíos y los reanuda.",
  },
  stop: {
    title: "Detener los envíos",
    lead: "Surte efecto de inmediato, para todas las personas. Lo que ya va en camino ya no se puede detener; no sale nada nuevo.",
    reason: "Motivo",
    reasonHelp: "Todas las personas lo leen en cada página mientras los envíos estén detenidos.",
    submit: "Detener los envíos",
    working: "Deteniendo",
  },
  resume: {
    title: "Reanudar los envíos",
    lead: "Con esto no se envía nada. Quienes no pudieron enviar conservan su borrador y deben enviarlo ellos mismos.",
    reason: "Motivo",
    reasonHelp: "Queda en el registro de abajo.",
    submit: "Reanudar los envíos",
    working: "Reanudando",
  },
  answer: {
    stopped: "Los envíos están detenidos.",
    resumed: "La mesa envía de nuevo.",
    alreadyStopped: "Alguien ya los había detenido. Su motivo no quedó guardado.",
    alreadyResumed: "Ya se habían reanudado. Su motivo no quedó guardado.",
    denied: "Su rol ya no puede hacer esto. Nada cambió.",
    signedOut: "Su sesión terminó. Nada cambió; entre de nuevo y vuelva a intentarlo.",
    failed: "La mesa no responde. Vea el estado arriba antes de volver a intentarlo.",
  },
  history: {
    title: "Detenciones y reanudaciones",
    stopped: "Detenidos",
    stoppedByItself: "Detenidos automáticamente",
    resumed: "Reanudados",
    share:
      "{unknown} de {sent, plural, one {# envío} other {# envíos}} en {minutes, plural, one {# minuto} other {# minutos}} quedaron con resultado desconocido.",
    empty: "Los envíos nunca se han detenido.",
    emptyPage: "No hay nada más.",
    firstPage: "Volver a la primera página",
    newer: "Más recientes",
    older: "Anteriores",
    pages: "Páginas",
    page: "Página {page}",
  },
};
