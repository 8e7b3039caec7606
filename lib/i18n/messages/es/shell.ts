import type { shell as english } from "../en/shell";
import type { Translation } from "../translation";

export const shell: Translation<typeof english> = {
  skip: "Ir al contenido",
  sandbox: {
    title: "Ambiente de pruebas",
    bar: "Ambiente de pruebas: aquí no se mueve dinero real.",
    tab: "[Pruebas] ",
  },
  finder: {
    label: "Buscar tarjeta",
    placeholder: "Id, referencia o últimos 4 dígitos",
    submit: "Buscar",
  },
  nav: {
    label: "Mesa",
    home: "Inicio",
    operations: "Operaciones",
    unsettled: "Sin resolver",
    notes: "Notas",
    line: "Envíos",
    settings: "Ajustes",
  },
  preferences: "Preferencias",
  language: { label: "Idioma", es: "Español", en: "English" },
  theme: { label: "Apariencia", system: "Sistema", light: "Clara", dark: "Oscura" },
  person: {
    menu: "menú",
    account: "Mi cuenta",
    signOut: "Cerrar sesión",
    signOutFailed:
      "En este momento no se pudo cerrar su sesión. Sigue abierta; intente de nuevo en un momento.",
  },
  shortcuts: {
    title: "Atajos de teclado",
    find: "Buscar tarjeta",
    list: "Mostrar esta lista",
    months: "Mes anterior y mes siguiente, en los movimientos de una tarjeta",
    close: "Cerrar un diálogo o un menú",
    enabled: "Atajos de una sola tecla ( / y ? )",
    enabledHelp:
      "Desactívelos si estorban al dictado o a otra herramienta. Ninguna tecla suelta mueve dinero.",
  },
};
