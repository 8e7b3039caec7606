import type { home as english } from "../en/home";
import type { Translation } from "../translation";

export const home: Translation<typeof english> = {
  title: "Inicio",
  greeting: "Hola, {name}",
  lead: "Lo que requiere su atención y lo último que hizo.",
  unknown: {
    title: "Resultado desconocido",
    mine: "{count, plural, one {Una de sus operaciones aún no tiene resultado conocido. No la repita: la mesa la busca} other {# de sus operaciones aún no tienen resultado conocido. No las repita: la mesa las busca}} por su cuenta en los movimientos del emisor.",
    all: "{count, plural, one {Una operación de la mesa aún no tiene resultado conocido. Nadie debe repetirla: la mesa la busca} other {# operaciones de la mesa aún no tienen resultado conocido. Nadie debe repetirlas: la mesa las busca}} por su cuenta en los movimientos del emisor.",
    none: "No hay nada en espera de respuesta",
    noneDetail: "Todas las operaciones tienen resultado conocido.",
    noneOfYours: "Ninguna de las suyas espera respuesta.",
    shift:
      "{count, plural, one {Ver la lista del turno: # operación} other {Ver la lista del turno: # operaciones}}",
  },
  recentCards: { title: "Tarjetas recientes", empty: "Aquí verá las tarjetas que abra." },
  lastOperations: {
    title: "Mis últimas operaciones",
    titleAll: "Últimas operaciones de la mesa",
    all: "Todas las operaciones",
    empty: "Aún no ha enviado ninguna operación.",
    time: "Hora",
    card: "Tarjeta",
    operation: "Operación",
    amount: "Monto",
    outcome: "Resultado",
    reference: "Referencia",
    operator: "Por",
    emptyAll: "Aún nadie ha enviado una operación.",
  },
  firstDay: {
    title: "Empiece por una tarjeta",
    lead: "Busque una tarjeta en la parte superior de la página por su id, por una referencia o por sus últimos cuatro dígitos. Desde ahí puede cargar o retirar fondos y ver sus movimientos.",
    sandbox: "En el ambiente de pruebas, la tarjeta 12345 está activa y tiene saldo.",
    open: "Abrir la tarjeta 12345",
  },
};
