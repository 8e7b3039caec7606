import type { sessions as english } from "../en/sessions";
import type { Translation } from "../translation";

export const sessions: Translation<typeof english> = {
  title: "Sesiones",
  lead: "Quiénes tienen una sesión abierta y desde dónde.",
  mine: "Mis sesiones",
  columns: {
    person: "Persona",
    device: "Dispositivo",
    address: "Dirección",
    since: "Desde",
    lastSeen: "Última actividad",
    end: "Terminar",
  },
  device: {
    both: "{browser} en {system}",
    unknown: "Dispositivo desconocido",
  },
  noAddress: "Desconocida",
  this: "Esta",
  locked: "Bloqueada",
  now: "Ahora",
  end: "Terminar",
  endOne: "Terminar la sesión en {device}",
  endOneOf: "Terminar la sesión de {name} en {device}",
  ending: "Terminando",
  endOthers: "Terminar todas las demás",
  endOthersLead:
    "{count, plural, one {# sesión más termina de inmediato.} other {# sesiones más terminan de inmediato.}}",
  endEverybody: "Terminar todas menos la mía",
  endEverybodyLead:
    "{count, plural, one {# sesión termina de inmediato; quien la tiene abierta deberá entrar de nuevo.} other {# sesiones terminan de inmediato; quienes las tienen abiertas deberán entrar de nuevo.}} Los borradores se conservan.",
  endAllOf: "Terminar todas las sesiones",
  endAllOfLead:
    "{count, plural, one {# sesión termina de inmediato; {name} deberá entrar de nuevo.} other {# sesiones terminan de inmediato; {name} deberá entrar de nuevo.}}",
  ended:
    "{count, plural, =0 {Ya había terminado.} one {Terminó # sesión.} other {Terminaron # sesiones.}}",
  empty: "Nadie tiene una sesión abierta",
  emptyOf: "Sin sesiones abiertas",
  onlyThis: "No tiene otras sesiones abiertas.",
};
