import type { signIn as english } from "../en/sign-in";
import type { Translation } from "../translation";

export const signIn: Translation<typeof english> = {
  title: "Entrar",
  lead: "Use la cuenta que le dio su administración.",
  providerLead: "Use su cuenta de {name}.",
  provider: "Entrar con {name}",
  or: "o con una contraseña de la Mesa de Fondos",
  email: "Correo electrónico",
  password: "Contraseña",
  submit: "Entrar",
  submitting: "Entrando",
  goOn: "Entre para continuar a la página que pidió. Lo que había escrito ahí se conserva.",
  signedOut: "Su sesión se cerró aquí y en {name}.",
  code: {
    title: "Un paso más",
    lead: "Escriba el código que muestra su aplicación de autenticación para {email}.",
    code: "Código",
    codeHelp: "6 dígitos, un código nuevo cada 30 segundos",
    recoveryLead: "Escriba uno de los códigos de recuperación que guardó para {email}.",
    recovery: "Código de recuperación",
    recoveryHelp: "Cada código sirve una sola vez",
    useRecovery: "Usar código de recuperación",
    useApp: "Usar la aplicación",
    back: "Empezar de nuevo",
  },
  problem: {
    wrong:
      "El correo o la contraseña no son correctos. Revise ambos y escriba de nuevo la contraseña.",
    wrongCode:
      "Ese código no fue aceptado. Cada uno sirve una vez y por poco tiempo: escriba el que se muestra ahora.",
    lock: "Después de {failures} intentos fallidos seguidos, la cuenta queda bloqueada {minutes, plural, one {# minuto} other {# minutos}}.",
    tooMany:
      "Hubo demasiados intentos fallidos desde su red. Hasta por 15 minutos, desde ahí solo entran con contraseña las personas que han trabajado en esa red recientemente, si la contraseña es correcta.",
    unavailable:
      "En este momento no se pudo verificar su identidad. Nada cambió; intente de nuevo en un momento.",
    providerUnreachable:
      "En este momento no hay comunicación con {name}. Nada cambió; intente de nuevo en un momento.",
    providerRefused:
      "{name} no confirmó su identidad. Nada cambió; intente de nuevo y, si vuelve a suceder, avise a su administración.",
    noRole:
      "{name} le reconoce, pero no le ha asignado un rol en la Mesa de Fondos. Solicítelo a su administración y entre de nuevo.",
    disabled: "Su cuenta en la Mesa de Fondos está desactivada. Consulte a su administración.",
    dormant:
      "Su cuenta en la Mesa de Fondos no se ha usado en 90 días y está cerrada. Pida a su administración que la active de nuevo.",
    notFresh:
      "{name} respondió por usted sin preguntarle quién es ahora. Entre ahí una vez más: esta vez se le pedirá que se identifique.",
    noAddress:
      "{name} no indicó su correo electrónico, que aquí es necesario. Consulte a su administración.",
  },
  demo: {
    title: "Personas de demostración",
    lead: "Un clic basta para entrar. Solo existen en el ambiente de pruebas.",
    agent: "Carga y retira fondos",
    supervisor: "Además ve el trabajo de todos",
    auditor: "Lee todo, no cambia nada",
    admin: "Administra a las personas",
  },
};
