import type { codes as english } from "../en/codes";
import type { Translation } from "../translation";

export const codes: Translation<typeof english> = {
  "7000": {
    words: "El emisor encontró algo incorrecto en los datos de la solicitud.",
    remedy: "Revise los campos y envíela de nuevo.",
  },
  "7001": { words: "El monto debe ser mayor que cero.", remedy: "Corrija el monto." },
  "7002": {
    words: "El emisor no acepta el monto tal como está escrito.",
    remedy: "Corrija el monto, con los decimales de la moneda de la tarjeta.",
  },
  "7003": {
    words: "El emisor pide comunicarse con su soporte.",
    remedy: "Dé a soporte el id de la solicitud que aparece abajo.",
  },
  "7004": {
    words: "Al emisor le falta un servicio que esta operación necesita.",
    remedy: "Avise a supervisión: el emisor debe configurarlo.",
  },
  "7005": {
    words: "El emisor no encontró procesador para esta tarjeta.",
    remedy: "Avise a supervisión: el emisor debe configurarlo.",
  },
  "7006": {
    words: "El emisor ya tiene una operación con esta referencia.",
    remedy: "Busque la referencia en los movimientos de la tarjeta antes de enviar otra cosa.",
  },
  "7007": {
    words: "El emisor no pudo leer su lista de acciones.",
    remedy: "Intente más tarde; si continúa, dé a soporte el id de la solicitud.",
  },
  "7008": {
    words: "Para el emisor, la fecha de actualización tiene más de seis meses.",
    remedy: "Dé a soporte el id de la solicitud que aparece abajo.",
  },
  "7009": {
    words: "El emisor encontró algo incorrecto en sus datos de factura.",
    remedy: "Dé a soporte el id de la solicitud que aparece abajo.",
  },
  "7010": {
    words: "El emisor no tiene nada en esta dirección.",
    remedy: "Revise el id de la tarjeta; si es correcto, dé a soporte el id de la solicitud.",
  },
  "7011": {
    words: "El emisor no pudo crear una terminal.",
    remedy: "Dé a soporte el id de la solicitud que aparece abajo.",
  },
  "7012": {
    words: "El emisor no pudo actualizar una terminal.",
    remedy: "Dé a soporte el id de la solicitud que aparece abajo.",
  },
  "7013": {
    words: "El emisor no encontró la terminal.",
    remedy: "Dé a soporte el id de la solicitud que aparece abajo.",
  },
  "7014": {
    words: "La terminal no tiene procesador en el emisor.",
    remedy: "Dé a soporte el id de la solicitud que aparece abajo.",
  },
  "7100": {
    words: "El emisor no conoce al usuario.",
    remedy: "Confirme el id de la tarjeta con el tarjetahabiente.",
  },
  "7200": { words: "El emisor no conoce la tarjeta.", remedy: "Revise el id de la tarjeta." },
  "7205": {
    words: "El PIN no es correcto.",
    remedy: "Las operaciones de fondos no llevan PIN: dé a soporte el id de la solicitud.",
  },
  "7210": {
    words: "El emisor no pudo actualizar la tarjeta.",
    remedy: "Intente más tarde; si continúa, dé a soporte el id de la solicitud.",
  },
  "7213": {
    words: "El estado de la tarjeta no permite esta operación.",
    remedy: "Revise que la tarjeta esté activa y sin bloqueo.",
  },
  "7220": {
    words: "Ninguna tarjeta corresponde a ese titular y esos dígitos.",
    remedy: "Confirme la tarjeta con su titular.",
  },
  "7221": {
    words: "El emisor no pudo asociar la tarjeta de tercero.",
    remedy: "Intente más tarde; si continúa, dé a soporte el id de la solicitud.",
  },
  "7300": {
    words: "El emisor no pudo crear la transferencia.",
    remedy: "Búsquela en los movimientos de la tarjeta antes de enviar otra cosa.",
  },
  "7301": {
    words: "El emisor no pudo actualizar la transferencia.",
    remedy: "Búsquela en los movimientos de la tarjeta antes de enviar otra cosa.",
  },
  "7303": {
    words: "La tarjeta no tiene suficiente saldo disponible.",
    remedy: "Retire como máximo el saldo disponible o cargue antes la tarjeta.",
  },
};
