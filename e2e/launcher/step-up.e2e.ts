import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

import { confirmAndSend, expectAccessible, goto, signInAnew } from "../fixtures";
import { WORDS, fillChannel } from "../funds-page";
import { addEnrolled } from "./enrolled";
import { addressesOf, secretOf } from "./instances";
import {
  PASSWORD,
  countSent,
  cover,
  deskPlace,
  forgetProof,
  give,
  journal,
  leaveAlone,
  originOf,
  password,
  test,
} from "./session-desk";

// What takes a fresh proof of who asks.

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ timeout: 90_000 });

const CODE = "Code of the second factor";

async function reviewLarge(page: Page, cardId: number): Promise<void> {
  await goto(page, `${originOf()}/cards/${cardId}/funds`);
  await fillChannel(page, WORDS.en, "10000.01");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(
    page.getByText(/^Over GTQ\s10,000\.00 you will be asked to confirm that it is you/),
  ).toBeVisible();
}
const question = (page: Page) => page.getByRole("dialog", { name: "Confirm that it is you" });

test("by password is asked for a large amount; left alone nothing is sent, given it is sent once", async ({
  page,
}) => {
  await signInAnew(page, "agent");
  await reviewLarge(page, 12354);
  await forgetProof();
  await confirmAndSend(page);
  await expect(question(page)).toBeVisible();
  await expect(password(page)).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Nothing was sent: it takes a proof that it is you")).toBeVisible();
  expect(await countSent(12354)).toBe(0);

  await confirmAndSend(page);
  await give(page, "not the password");
  await expect(question(page)).toContainText("That is not your password.");
  await give(page, PASSWORD);
  await page.waitForURL(/\/operations\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Applied|Refused/);
  expect(await countSent(12354)).toBe(1);
  expect(await journal()).toEqual(["session.opened", "proof.refused", "proof.given"]);
  // The session goes on with the cookie that it has got.
  expect((await page.request.get("/api/pulse")).status()).toBe(200);
});

test("is asked of an administrator who stops the line", async ({ page }) => {
  await signInAnew(page, "admin");
  await goto(page, `${originOf()}/settings/line`);
  await forgetProof();
  await page.getByRole("textbox", { name: "Reason" }).fill("The issuer is ill");
  await page.getByRole("button", { name: "Stop sending" }).click();
  await expect(question(page)).toBeVisible();
  await password(page).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("button", { name: "Start sending again" })).toBeVisible();
  await page.getByRole("textbox", { name: "Reason" }).fill("It is well again");
  await page.getByRole("button", { name: "Start sending again" }).click();
  await expect(page.getByRole("button", { name: "Stop sending" })).toBeVisible();
});

test("is a code for whoever has a second factor, who may unlock by password or code", async ({
  page,
}) => {
  const email = "eva@desk.test";
  const ownPassword = "an owl on the pole 7";
  const { databaseUrl } = addressesOf(deskPlace());
  const noted = await addEnrolled(
    { databaseUrl, secret: secretOf(deskPlace()) },
    { email, password: ownPassword },
  );
  const app = new TOTP({ secret: Secret.fromBase32(noted.secret) });
  const [first = "", second = ""] = noted.recoveryCodes;
  await goto(page, `${originOf()}/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(ownPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Code", { exact: true }).fill(app.generate());
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");

  const code = page.getByLabel(CODE);
  await leaveAlone("15 minutes");
  await give(page, first, CODE);
  await expect(cover(page)).toBeHidden();

  // By password it opens, but is no fresh proof.
  await forgetProof();
  await reviewLarge(page, 12352);
  await leaveAlone("15 minutes");
  await page.getByRole("button", { name: "Use the password instead" }).click();
  await give(page, ownPassword);
  await expect(cover(page)).toBeHidden();
  await confirmAndSend(page);
  await expect(question(page)).toBeVisible();
  await expect(question(page).getByLabel("Password", { exact: true })).toHaveCount(0);
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await give(page, first, CODE);
  await expect(question(page)).toContainText("That code does not count.");
  await give(page, second, CODE);
  await page.waitForURL(/\/operations\//);
});
