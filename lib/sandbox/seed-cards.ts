import type { Draw } from "./draw";

export interface SeedCard {
  readonly id: bigint;
  readonly holder: string;
  readonly maskedPan: string;
  readonly status: "ACTIVE" | "INACTIVE" | "BLOCKED";
  readonly currency: "GTQ" | "USD" | "CLP";
  /** Units of 1/10,000 that the card ends with; `undefined` leaves it to its movements. */
  readonly target?: bigint;
  /** How its months are filled. `never used` has no movement at all. */
  readonly life: "ordinary" | "never used" | "evenings" | { readonly rowsLastMonth: number };
}

/** The first card, and the one with the long month, as the issuer's own examples number them. */
const FIRST_CARD = 12_345n;
const LONGEST_CARD = 67_890n;
const CARDS_IN_A_ROW = 59;

const WHOLE = 10_000n;

/** The cards that are told apart by something; the README lists them. The rest is drawn. */
const NOTABLE: Readonly<Record<string, Partial<SeedCard>>> = {
  "12345": { holder: "Ana López", target: 2_500n * WHOLE },
  "12346": { holder: "José Pérez García", life: { rowsLastMonth: 10_000 } },
  "12347": { holder: "María Castañeda", life: "evenings" },
  "12348": { holder: "Carlos Méndez", currency: "USD", target: 1_234n * WHOLE + 5_600n },
  "12349": { holder: "Lucía Fuentes", currency: "CLP", target: 185_000n * WHOLE },
  "12350": { holder: "Diego Ramírez", status: "INACTIVE", target: 0n, life: "never used" },
  "12351": { holder: "Sofía Ajú", status: "BLOCKED", target: 750n * WHOLE },
  "12352": { holder: "Pedro Xicará", target: 0n },
  "12353": { holder: "Elena Barrios", target: 1_234n * WHOLE + 5_678n },
  "12354": { holder: "Rosa Tzoc", target: 12_345_678n * WHOLE + 9_000n },
  "12355": { holder: "Inés Cabrera", status: "INACTIVE", currency: "USD", target: 40n * WHOLE },
  "67890": {
    holder: "Comercial Ixchel, S. A.",
    target: 88_000n * WHOLE,
    life: { rowsLastMonth: 100_000 },
  },
};

const FIRST_NAMES = [
  "Andrea",
  "Byron",
  "Claudia",
  "Douglas",
  "Estuardo",
  "Fernanda",
  "Gabriela",
  "Héctor",
  "Ingrid",
  "Jorge",
  "Karla",
  "Luis",
  "Marta",
  "Nery",
  "Óscar",
  "Paola",
  "Rigoberta",
  "Sergio",
  "Telma",
  "Wendy",
];
const LAST_NAMES = [
  "Aguilar",
  "Batz",
  "Chávez",
  "De León",
  "Escobar",
  "Flores",
  "Galindo",
  "Hernández",
  "Ixcot",
  "Juárez",
  "Lemus",
  "Morales",
  "Núñez",
  "Orellana",
  "Pocón",
  "Quiñónez",
  "Rosales",
  "Sical",
  "Toc",
  "Velásquez",
];

/** The sixty cards, always the same: 12345 to 12403, and 67890. */
export function seedCards(draw: Draw): readonly SeedCard[] {
  const ids = Array.from({ length: CARDS_IN_A_ROW }, (_, index) => FIRST_CARD + BigInt(index));
  return [...ids, LONGEST_CARD].map((id) => {
    const currency = draw.weighted([
      ["GTQ", 80],
      ["USD", 14],
      ["CLP", 6],
    ] as const);
    const status = draw.weighted([
      ["ACTIVE", 86],
      ["INACTIVE", 7],
      ["BLOCKED", 7],
    ] as const);
    const holder = `${draw.pick(FIRST_NAMES)} ${draw.pick(LAST_NAMES)} ${draw.pick(LAST_NAMES)}`;
    const notable = NOTABLE[String(id)];
    const drawn: SeedCard = {
      id,
      holder,
      maskedPan: maskedPan(id),
      status,
      currency,
      life: "ordinary",
    };
    // A card of note is an active GTQ card except for what is said of it.
    return notable === undefined
      ? drawn
      : { ...drawn, status: "ACTIVE", currency: "GTQ", ...notable };
  });
}

/** Six digits, six hidden, and the last four of the card's id: no whole card number exists here. */
function maskedPan(id: bigint): string {
  return `528209******${String(id).slice(-4)}`;
}
