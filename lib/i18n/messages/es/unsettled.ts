import type { unsettled as english } from "../en/unsettled";
import type { Translation } from "../translation";

export const unsettled: Translation<typeof english> = {
  title: "Sin resolver",
  lead: "Operaciones cuyo resultado nadie conoce todavía. No las repita: la mesa busca cada una por su cuenta en los movimientos del emisor.",
  leadByPeople:
    "Operaciones cuyo resultado nadie conoce todavía. No las repita: la mesa busca cada una en los movimientos del emisor mientras alguien con permiso de verificar tenga abierta esta página.",
  filter: {
    label: "Mostrar",
    all: "Todas",
    proposed: "Requieren supervisión",
    old: "Más de 30 min",
    showAll: "Mostrar todas",
  },
  totals: {
    title: "En duda",
    count: "{count, plural, one {# operación} other {# operaciones}}",
  },
  column: {
    waiting: "En espera",
    amount: "Monto",
    operation: "Operación",
    known: "Lo que se sabe",
    looks: "Búsquedas",
    action: "Acción",
  },
  onCard: "Tarjeta {card}",
  by: "por {name}",
  cause: {
    timeout: "Sin respuesta a tiempo",
    "connection-lost": "Se perdió la conexión",
    "server-error": "El emisor falló al procesarla",
    "unreadable-answer": "Respuesta ilegible",
    "duplicate-answer": "El emisor ya tiene una igual",
    "sender-gone": "La mesa se interrumpió",
    none: "Resultado desconocido",
    sending: "Aún se está enviando",
  },
  look: {
    looks: "{count, plural, one {# búsqueda} other {# búsquedas}}, última {time}",
    seen: "{movements, plural, one {# movimiento} other {# movimientos}} en {months}",
    unreadable: "{count, plural, one {# ilegible} other {# ilegibles}}",
    pending: "{count, plural, one {# pendiente} other {# pendientes}}",
    proposed: "Un movimiento puede ser esta operación",
  },
  next: {
    in: "próxima en {time}",
    at: "próxima a las {time}",
    due: "próxima: ahora",
    none: "todavía ninguna",
  },
  decide: "Decidir",
  supervisor: "Debe decidir supervisión",
  more: "Se listan las {shown} que llevan más tiempo en espera. Los totales incluyen {count, plural, one {una más} other {# más}}.",
  check: {
    "not-found-yet":
      "{reference}: se buscó a las {time} y todavía no está entre los movimientos del emisor. Sigue sin resultado.",
    applied: "{reference}: aplicada. Está entre los movimientos del emisor.",
    refused: "{reference}: rechazada. No se movió dinero.",
    "not-applied": "{reference}: no aplicada. No llegó al emisor.",
    failed: "{reference}: el emisor no respondió a las {time}. Nada ha cambiado.",
    "signed-out": "Su sesión terminó. Entre y verifique de nuevo.",
  },
  live: {
    on: "En vivo, a las {time}",
    off: "La mesa no responde desde las {time}: esta lista puede estar desactualizada.",
    "signed-out": "Su sesión terminó: esta lista ya no se actualiza. Entre de nuevo.",
  },
  settled: { title: "Resueltas en la última hora", took: "tras {time}" },
  empty: {
    title: "No hay nada en espera de respuesta",
    detail:
      "Todas las operaciones tienen resultado conocido. La que no lo tenga aparecerá aquí hasta que la mesa o una persona la resuelva.",
    proposed: "Nada requiere supervisión",
    proposedDetail:
      "No se ha encontrado ningún movimiento sin referencia que pueda ser una operación.",
    old: "Nada lleva más de 30 minutos en espera",
    oldDetail: "Lo que falta por resolver es reciente y la mesa lo está buscando.",
  },
  handover: {
    print: "Imprimir entrega de turno",
    title: "Entrega de turno: operaciones sin resultado conocido",
    printed: "Impreso el {time} por {name}",
    gives: "Entrega",
    takes: "Recibe",
  },
};
