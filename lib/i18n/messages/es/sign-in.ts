import type { signIn as english } from "../en/sign-in";
import type { Translation } from "../translation";

export const signIn: Translation<typeof english> = {
  title: "Entrar",
  lead: "Use la cuenta que le dio su administración.",
  email: "Correo electrónico",
  password: "Contraseña",
  submit: "Entrar",
  submitting: "Entrando",
  wrong:
    "El correo o la contraseña no son correctos. Revise ambos y escriba de nuevo la contraseña.",
  unavailable:
    "En este momento no se pudo verificar su contraseña. Nada cambió; intente de nuevo en un momento.",
  goOn: "Entre para continuar a la página que pidió. Lo que había escrito ahí se conserva.",
  demo: {
    title: "Personas de demostración",
    lead: "Un clic basta para entrar. Solo existen en el ambiente de pruebas.",
    agent: "Carga y retira fondos",
    supervisor: "Además ve el trabajo de todos",
    auditor: "Lee todo, no cambia nada",
    admin: "Administra a las personas",
  },
};
