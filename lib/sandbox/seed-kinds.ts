/** What a movement is, in the four words of the issuer's transfer types, and its status. */
export interface Kind {
  readonly type: string;
  readonly channel: "financialNetwork" | "webService";
  readonly movementType: "credit" | "debit";
  readonly model: "settlement" | "reversed";
  readonly status: "liquidated" | "reversed" | "approved" | "denied";
}

function kind(
  type: string,
  channel: Kind["channel"],
  movementType: Kind["movementType"],
  status: Kind["status"] = "liquidated",
  model: Kind["model"] = "settlement",
): Kind {
  return { type, channel, movementType, model, status };
}

/**
 * DOC (card-transfers): posPurchase, ecommercePurchase, balanceTransfertoUser (its spelling) and
 * topUp. ASSUMED: refund, adjustment and withdrawal.
 */
export const KINDS = {
  pos: kind("posPurchase", "financialNetwork", "debit"),
  posDenied: kind("posPurchase", "financialNetwork", "debit", "denied"),
  posPending: kind("posPurchase", "financialNetwork", "debit", "approved"),
  posReversed: kind("posPurchase", "financialNetwork", "debit", "reversed"),
  posReversal: kind("posPurchase", "financialNetwork", "credit", "liquidated", "reversed"),
  online: kind("ecommercePurchase", "financialNetwork", "debit"),
  refund: kind("refund", "financialNetwork", "credit"),
  transferOut: kind("balanceTransfertoUser", "webService", "debit"),
  transferIn: kind("balanceTransfertoUser", "webService", "credit"),
  topUp: kind("topUp", "webService", "credit"),
  withdrawal: kind("withdrawal", "webService", "debit"),
  adjustmentIn: kind("adjustment", "webService", "credit"),
  adjustmentOut: kind("adjustment", "webService", "debit"),
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;

/**
 * DOC (payment-lifecycle): money has moved when a movement is `liquidated`, and had moved when it is
 * `reversed`: the reversal is a movement of its own (ASSUMED). Signed units, 0 when nothing moved.
 */
export function effectOf(name: KindName, units: bigint): bigint {
  const { status, movementType } = KINDS[name];
  if (status === "approved" || status === "denied") return 0n;
  return movementType === "credit" ? units : -units;
}

export const SHOPS = [
  "Tienda El Quetzalito",
  "Supermercado Las Flores",
  "Farmacia San Rafael",
  "Gasolinera El Obelisco",
  "Panadería Doña Tere",
  "Ferretería La Unión",
  "Comedor Los Cebollines",
  "Librería Maya",
] as const;

export const SITES = [
  "Boletos en línea",
  "Mercado Digital GT",
  "Recarga de celular",
  "Música por mes",
  "Envíos Rápidos",
] as const;
