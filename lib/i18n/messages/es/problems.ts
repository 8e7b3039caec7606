import type { problems as english } from "../en/problems";
import type { Translation } from "../translation";

export const problems: Translation<typeof english> = {
  direction: { empty: "Elija si va a cargar o a retirar." },
  amount: {
    empty: "Escriba el monto.",
    format: "Escriba el monto como 1,234.50: punto antes de los centavos, comas solo entre miles.",
    decimals: "Esta moneda no tiene tantos decimales.",
    "too-large": "El monto es mayor de lo que cabe en cualquier tarjeta.",
    "not-positive": "El monto debe ser mayor que cero.",
    "more-than-left": "Es más de lo que queda por revertir.",
  },
  currency: { unknown: "Elija la moneda." },
  reference: {
    empty: "Escriba la referencia.",
    long: "La referencia puede tener 64 caracteres como máximo.",
    format: "Use solo letras, dígitos y . _ : / # -, sin espacios.",
  },
  channel: {
    empty: "Elija el canal.",
    format: "Use solo letras, dígitos, - y _, empezando por una letra.",
  },
  text: {
    long: "El texto es demasiado largo.",
    "card-number":
      "Esto parece un número de tarjeta completo. Quítelo: aquí nunca se guardan números de tarjeta.",
  },
  observations: { empty: "Escriba qué sucedió. Auditoría lo leerá." },
  note: { empty: "Escriba por qué. Queda en el registro." },
  reason: { empty: "Elija el motivo." },
  outcome: { empty: "Elija qué pasó con la operación." },
  customKey: {
    empty: "Póngale una clave al valor o quite la fila.",
    format: "Esta clave no se puede usar.",
    twice: "Esta clave ya está.",
  },
  customKeys: { many: "Puede haber 20 claves como máximo." },
  cardId: { format: "El id de una tarjeta es un número de hasta 12 dígitos, por ejemplo 12345." },
  email: {
    format: "Escriba la dirección como ana@example.com.",
    taken: "Ya hay una cuenta con esta dirección.",
  },
  name: { empty: "Escriba el nombre.", long: "El nombre puede tener 100 caracteres como máximo." },
  role: { empty: "Elija un rol distinto del que la persona ya tiene." },
  password: {
    wrong: "Esta no es su contraseña.",
    locked:
      "Fallaron demasiados intentos. La cuenta queda bloqueada por un rato; intente más tarde.",
    short: "La contraseña debe tener 12 caracteres como mínimo.",
    long: "La contraseña puede tener 200 caracteres como máximo.",
    "letters-and-digits": "La contraseña debe tener al menos una letra y un dígito.",
    common: "Es una de las primeras contraseñas que alguien probaría. Elija otra.",
    personal: "Está formada por su nombre, su correo o el nombre de la mesa.",
    "used-before": "Es una de sus últimas cuatro contraseñas. Elija otra.",
  },
  code: { wrong: "El código no es correcto o ya se usó. Espere el siguiente." },
  person: {
    oneself:
      "Esto no se puede hacer con la propia cuenta. Pídalo a otra persona de administración.",
    "last-admin": "Es la última persona de administración que puede entrar. Nombre antes a otra.",
    provider: "Eso lo decide el proveedor de esta cuenta.",
  },
  proof: {
    wrong:
      "No coincide, o ya fallaron demasiados intentos. Al entrar de nuevo se empieza desde cero.",
  },
  form: {
    unreadable:
      "La mesa no puede leer lo que llegó. Recargue la página; lo que escribió queda guardado.",
  },
  month: { format: "El mes no es válido." },
};
