import type { session as english } from "../en/session";
import type { Translation } from "../translation";

export const session: Translation<typeof english> = {
  sandbox: "Ambiente de pruebas: aquí no se mueve dinero real.",
  warning: {
    title: "¿Sigue ahí?",
    left: "{seconds, plural, one {La pantalla se bloquea en # segundo.} other {La pantalla se bloquea en # segundos.}}",
    kept: "Lo que ha escrito queda como está.",
    stay: "Seguir en la sesión",
    lock: "Bloquear ahora",
  },
  soon: "Su sesión termina a las {time}, {hours, plural, one {# hora} other {# horas}} después de iniciada. Termine lo que está haciendo; puede entrar de nuevo enseguida.",
  locked: {
    menu: "Bloquear ahora",
    tab: "Bloqueada",
    title: "Pantalla bloqueada",
    lead: "Solo {name} puede continuar aquí. Lo que estaba en la pantalla sigue ahí, tal como estaba.",
    pageLead: "Solo {name} puede continuar aquí. Después se abre la página que pidió.",
    password: "Contraseña",
    code: "Código del segundo factor",
    codeHelp: "Los seis dígitos de su aplicación de autenticación, o un código de recuperación.",
    unlock: "Desbloquear",
    unlocking: "Desbloqueando",
    useCode: "Usar un código",
    usePassword: "Usar la contraseña",
    provider: "Continuar con {provider}",
    providerLead:
      "Se abre en otra pestaña. Cuando haya entrado ahí, esta página se desbloquea por sí sola.",
    signOut: "Cerrar la sesión",
  },
  over: {
    expired: "Su sesión terminó",
    expiredLead:
      "{hours, plural, one {Una sesión dura como máximo # hora} other {Una sesión dura como máximo # horas}}. Nada de lo que envió se perdió, y los borradores quedan guardados en esta computadora.",
    ended: "Esta sesión está cerrada",
    endedLead:
      "Usted o su administración la cerró, o alguien más entró en esta computadora. Los borradores quedan guardados.",
    signIn: "Entrar de nuevo",
  },
  proof: {
    title: "Confirme que es usted",
    lead: "Para esto hay que comprobar de nuevo quién es usted. Todavía no se ha hecho nada.",
    confirm: "Confirmar",
    confirming: "Comprobando",
    cancel: "Cancelar",
    provider: "Entrar en {provider}",
    providerLead: "Se abre en otra pestaña. Cuando haya entrado ahí, esto continúa por sí solo.",
    done: "Quedó confirmado",
    doneLead: "Puede cerrar esta pestaña. La otra continúa por sí sola.",
    failed: "No quedó confirmado",
    failedLead:
      "{provider} no le preguntó ahora quién es, o usted entró ahí como otra persona. Cierre esta pestaña e intente de nuevo.",
  },
  wrong: {
    password:
      "Esa no es su contraseña. Después de {failures} intentos fallidos seguidos, ni la correcta se acepta durante {minutes, plural, one {# minuto} other {# minutos}}, salvo que cierre la sesión y entre de nuevo.",
    code: "Ese código no es válido. Cada uno sirve una sola vez y por cerca de un minuto. Después de {failures} intentos fallidos seguidos, ni el correcto se acepta durante {minutes, plural, one {# minuto} other {# minutos}}, salvo que cierre la sesión y entre de nuevo.",
  },
  failed: "La mesa no responde en este momento. Nada cambió; intente de nuevo en un momento.",
  tooMany: "Demasiadas solicitudes a la vez. Espere un momento e intente de nuevo.",
};
