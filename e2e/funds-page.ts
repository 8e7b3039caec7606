import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

import { confirmAndSend, goto } from "./fixtures";

export const WORDS = {
  en: {
    channelMode: "Channel operation",
    adjustmentMode: "Adjustment",
    add: "Add funds",
    withdraw: "Withdraw funds",
    amount: "Amount",
    channel: "Channel",
    reference: "Reference",
    description: "Description",
    reason: "Reason",
    observations: "Observations",
    review: "Review",
    confirm: "Confirm and send",
    applied: "Applied",
    notes: "Notes",
    badAmount: /Write the amount like 1,234\.50/,
  },
  es: {
    channelMode: "Operación de canal",
    adjustmentMode: "Ajuste",
    add: "Cargar fondos",
    withdraw: "Retirar fondos",
    amount: "Monto",
    channel: "Canal",
    reference: "Referencia",
    description: "Descripción",
    reason: "Motivo",
    observations: "Observaciones",
    review: "Revisar",
    confirm: "Confirmar y enviar",
    applied: "Aplicada",
    notes: "Notas",
    badAmount: /Escriba el monto como 1,234\.50/,
  },
} as const;

export type Words = (typeof WORDS)[keyof typeof WORDS];

/** Fills a channel operation and leaves the reference to the desk, or appends to it. */
export async function fillChannel(
  page: Page,
  words: Words,
  amount: string,
  direction: string = words.add,
) {
  await page.getByRole("radio", { name: words.channelMode }).check();
  await page.getByRole("radio", { name: direction }).check();
  await page.getByLabel(words.amount, { exact: true }).fill(amount);
  await page.getByLabel(words.channel, { exact: true }).selectOption("WEB");
  await expect(reference(page, words)).not.toHaveValue("");
}

export async function fillAdjustment(
  page: Page,
  words: Words,
  amount: string,
  direction: string = words.add,
) {
  await page.getByRole("radio", { name: words.adjustmentMode }).check();
  await page.getByRole("radio", { name: direction }).check();
  await page.getByLabel(words.amount, { exact: true }).fill(amount);
  await page.getByLabel(words.reason, { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(words.observations, { exact: true }).fill("Asked for by phone");
  await expect(reference(page, words)).not.toHaveValue("");
}

export function reference(page: Page, words: Words = WORDS.en) {
  return page.getByLabel(words.reference, { exact: true });
}

/** Makes the sandbox fail in a way that its README lists, and gives the whole reference. */
export async function breakWith(page: Page, sentinel: string): Promise<string> {
  const whole = `${await reference(page).inputValue()}-${sentinel}`;
  await reference(page).fill(whole);
  return whole;
}

export async function send(page: Page, words: Words = WORDS.en) {
  await page.getByRole("button", { name: words.review }).click();
  await confirmAndSend(page);
  await page.waitForURL(/\/operations\//);
}

/** How many movements with this reference the issuer has on the card, as its month shows them. */
export async function expectMovements(page: Page, cardId: number, text: string, count: number) {
  await goto(page, `/cards/${cardId}/movements?q=${encodeURIComponent(text)}`);
  await expect(page).toHaveURL(/\/movements\/\d{4}-\d{2}/);
  await goto(page, `${new URL(page.url()).pathname}?q=${encodeURIComponent(text)}`);
  const rows = page.getByRole("table", { name: "Movements" }).getByRole("row");
  await expect(rows.filter({ hasText: text })).toHaveCount(count);
}

// Exactly: "Applied" is a part of "Not applied".
export const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true });
