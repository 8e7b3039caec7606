import { test } from "@playwright/test";
import type { Page } from "@playwright/test";

import {
  confirmAndSend,
  expectAccessible,
  expectNoSidewaysScroll,
  goto,
  signIn,
  speak,
} from "./fixtures";
import type { Role } from "./fixtures";

interface Shown {
  readonly name: string;
  readonly role?: Role;
  readonly path: string;
  /** Brings the page into the state that is looked at. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const fillAdjustment = async (page: Page, amount: string, reference: string) => {
  await page.getByRole("radio", { name: "Retirar fondos" }).check();
  await page.getByLabel("Monto", { exact: true }).fill(amount);
  await page.getByLabel("Motivo", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Observaciones", { exact: true }).fill("Cobro duplicado");
  await page.getByLabel("Referencia", { exact: true }).fill(reference);
  await page.getByRole("button", { name: "Revisar" }).click();
  await page.getByRole("button", { name: "Confirmar y enviar" }).waitFor();
};

const send = async (page: Page) => {
  await confirmAndSend(page);
  await page.waitForURL(/\/operations\//);
  await page.getByRole("heading", { level: 1 }).waitFor();
};

const unique = (sentinel: string) => `AXE-${Date.now()}-${sentinel}`;
const ADJUSTMENT = "?mode=adjustment";

const PAGES: readonly Shown[] = [
  { name: "the sign-in page", path: "/sign-in" },
  {
    name: "a refused sign-in",
    path: "/sign-in",
    prepare: async (page) => {
      await page.getByLabel("Correo electrónico").fill("nadie@desk.test");
      await page.getByLabel("Contraseña").fill("no es la contraseña");
      await page.getByRole("button", { name: "Entrar", exact: true }).click();
      await page.getByRole("alert").first().waitFor();
    },
  },
  { name: "the home page", role: "supervisor", path: "/" },
  { name: "an address with nothing at it", role: "agent", path: "/nowhere" },
  { name: "the card finder's empty answer", role: "agent", path: "/cards?find=0000" },
  { name: "an empty funds form", role: "agent", path: "/cards/12384/funds" },
  {
    name: "a funds form with every field in error",
    role: "agent",
    path: "/cards/12385/funds",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Agregar clave" }).click();
      await page.getByLabel("Valor", { exact: true }).fill("sin clave");
      await page.getByRole("button", { name: "Revisar" }).click();
      await page.getByText("Escriba el monto.").waitFor();
    },
  },
  {
    name: "the review of an adjustment",
    role: "agent",
    path: `/cards/12387/funds${ADJUSTMENT}`,
    prepare: (page) => fillAdjustment(page, "1.00", unique("REVIEW")),
  },
  {
    name: "an applied operation",
    role: "agent",
    path: `/cards/12388/funds${ADJUSTMENT}`,
    prepare: async (page) => {
      await fillAdjustment(page, "1.00", unique("APPLIED"));
      await send(page);
    },
  },
  {
    name: "a refused operation",
    role: "agent",
    path: `/cards/12389/funds${ADJUSTMENT}`,
    prepare: async (page) => {
      await fillAdjustment(page, "1.00", unique("SBX-7303"));
      await send(page);
    },
  },
  {
    name: "an unknown operation that was looked for",
    role: "agent",
    path: `/cards/12390/funds${ADJUSTMENT}`,
    prepare: async (page) => {
      await fillAdjustment(page, "1.00", unique("SBX-DROP-BEFORE"));
      await send(page);
      await page.getByRole("button", { name: "Verificar ahora" }).click();
      await page.getByText(/todavía no está entre los movimientos/).waitFor();
    },
  },
  { name: "an operation that does not exist", role: "agent", path: "/operations/nothing" },
  { name: "a form that the role may not see", role: "auditor", path: "/cards/12345/funds" },
  { name: "a card that does not exist", role: "agent", path: "/cards/99999/funds" },
  { name: "a month with movements", role: "agent", path: "/cards/12345/movements" },
  { name: "a month without movements", role: "agent", path: "/cards/12350/movements" },
  {
    name: "a month that the issuer cannot give",
    role: "agent",
    path: "/cards/12345/movements/1999-01",
  },
  { name: "a card's notes", role: "auditor", path: "/cards/12345/notes" },
  { name: "all notes", role: "auditor", path: "/notes" },
  { name: "the operations", role: "supervisor", path: "/operations" },
  { name: "what the shift waits for", role: "agent", path: "/unsettled" },
  { name: "a part of it that is empty", role: "auditor", path: "/unsettled?only=old" },
];

for (const { name, role, path, prepare } of PAGES) {
  test(`${name} has no finding of axe and no sideways scroll`, async ({ page, baseURL }) => {
    await speak(page, "es", baseURL ?? "");
    if (role !== undefined) await signIn(page, role);
    await goto(page, path);
    await prepare?.(page);
    await expectAccessible(page);
    for (const width of [1024, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await expectNoSidewaysScroll(page);
    }
  });
}
