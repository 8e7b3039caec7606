import type { errors as english } from "../en/errors";
import type { Translation } from "../translation";

export const errors: Translation<typeof english> = {
  unexpected: {
    title: "Algo falló en la mesa",
    detail:
      "No se pudo mostrar la página. Si acababa de enviar una operación, no la envíe otra vez: búsquela primero en Operaciones.",
    reference: "Referencia para soporte",
    noReference: "ninguna",
  },
  tooMany: {
    title: "Fueron muchas solicitudes a la vez",
    detail:
      "Pidió a la mesa más páginas en un minuto de las que atiende para una persona. No se envió nada ni se movió dinero. Espere {seconds, plural, one {# segundo} other {# segundos}} e intente de nuevo.",
  },
  refusal: {
    method: "La mesa no atiende solicitudes de este tipo. No se envió nada ni se movió dinero.",
    foreign:
      "Esta solicitud no salió de una página de la mesa y por eso no se atendió. No se envió nada ni se movió dinero. Abra la mesa de nuevo y repítala ahí.",
    length:
      "La solicitud no dice de qué tamaño es y por eso no se leyó. No se envió nada ni se movió dinero.",
    size: "Es más de lo que la mesa recibe de una vez. No se envió nada ni se movió dinero.",
    tooMany:
      "Llegaron demasiadas solicitudes desde esta red en un minuto. No se envió nada ni se movió dinero. Intente de nuevo en {seconds, plural, one {# segundo} other {# segundos}}.",
  },
  notFound: {
    title: "No hay nada en esta dirección",
    detail:
      "El enlace puede ser antiguo o estar incompleto. Busque la tarjeta en la parte superior de la página o vuelva al inicio.",
    detailBare:
      "El enlace puede ser antiguo o estar incompleto. Vuelva al inicio y siga desde ahí.",
  },
  forbidden: {
    title: "Su rol no tiene acceso a esta página",
    detail:
      "Entró como {name} ({role}). Si su trabajo requiere esta página, solicítela a la administración de la mesa.",
  },
  issuerUnavailable: {
    title: "El emisor no responde",
    detail:
      "La mesa no pudo leerlo en este momento. Nada ha cambiado; intente de nuevo en un momento.",
  },
  issuerRefused: {
    title: "El emisor rechazó la solicitud",
    detail: "No se movió dinero. El emisor respondió con el código {code}.",
  },
  noSuchCard: {
    title: "Esa tarjeta no existe",
    detail: "El emisor no conoce la tarjeta {cardId}. Revise el id e intente de nuevo.",
  },
  signedOut: {
    title: "Su sesión terminó",
    detail: "Entre de nuevo; lo que escribió se conserva en esta computadora.",
  },
  home: "Ir al inicio",
  operations: "Ver operaciones",
};
