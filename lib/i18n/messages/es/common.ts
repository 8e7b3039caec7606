import type { common as english } from "../en/common";
import type { Translation } from "../translation";

export const common: Translation<typeof english> = {
  product: "Mesa de Fondos",
  cancel: "Cancelar",
  close: "Cerrar",
  back: "Volver",
  retry: "Intentar de nuevo",
  loading: "Cargando",
  working: "Procesando",
  optional: "opcional",
  none: "Ninguno",
  notGiven: "Sin dato",
  direction: {
    in: "Entrada",
    out: "Salida",
    unknown: "Dirección desconocida",
    ADD_FUNDS: "Carga",
    WITHDRAW_FUNDS: "Retiro",
  },
  mode: { channel: "Operación de canal", adjustment: "Ajuste" },
  role: {
    agent: "Agente",
    supervisor: "Supervisión",
    auditor: "Auditoría",
    admin: "Administración",
  },
  card: {
    card: "Tarjeta",
    holderUnknown: "Titular sin dato",
    numberUnknown: "Número sin dato",
    ending: "terminada en {lastFour}",
    balance: "Saldo disponible",
    noBalance: "El emisor no lo informa",
    noBalanceDetail:
      "El emisor no responde consultas de saldo de esta tarjeta. Aun así puede operar.",
    status: {
      active: "Activa",
      inactive: "Inactiva",
      blocked: "Bloqueada",
      other: "Estado desconocido",
    },
    tabs: "Tarjeta",
    funds: "Fondos",
    movements: "Movimientos",
    notes: "Notas",
  },
  time: { zone: "hora de {place} ({offset})" },
};
