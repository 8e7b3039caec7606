import net from "node:net";

import { test as base, expect } from "@playwright/test";

import {
  clear,
  expectNothingLeft,
  freePlace,
  processesOf,
  processOf,
  startDesk,
  type DeskPlace,
} from "./desk-process";

const test = base.extend<{ place: DeskPlace }>({
  // Playwright reads the names of the fixtures that are needed from this pattern.
  // oxlint-disable-next-line no-empty-pattern
  place: async ({}, give) => {
    const place = await freePlace();
    await give(place);
    clear(place);
  },
});

test.skip(process.platform !== "linux", "processes are found through /proc");
test.describe.configure({ timeout: 180_000 });

const ready = /Ready after/;
const server = /^next-server/;
const sandbox = /sandbox\.mjs/;
const database = /bin\/postgres -D/;

test("Ctrl-C stops everything in order and leaves no process behind", async ({ place }) => {
  const desk = startDesk(place);
  await desk.says(ready);
  expect(processesOf(place).length).toBeGreaterThan(3);
  // A terminal sends its signal to the whole group.
  process.kill(-desk.pid, "SIGINT");
  expect(await desk.end()).toBe(0);
  expect(desk.output()).toContain("Stopped.");
  await expectNothingLeft(place);

  const again = startDesk(place);
  await again.says(ready);
  process.kill(again.pid, "SIGTERM");
  expect(await again.end()).toBe(0);
  await expectNothingLeft(place);
});

test("what is killed is named and started again", async ({ place, request }) => {
  const desk = startDesk(place);
  await desk.says(ready);
  for (const [command, words] of [
    [sandbox, /The sandbox issuer was ended by SIGKILL; starting it again/],
    [server, /The server was ended by SIGKILL; starting it again/],
    [database, /The database has ended; starting it again/],
  ] as const) {
    const killed = processOf(place, command);
    process.kill(killed, "SIGKILL");
    await desk.says(words);
    const others = () =>
      processesOf(place).filter((one) => command.test(one.command) && one.pid !== killed);
    await expect.poll(() => others().length, { timeout: 30_000 }).toBe(1);
    await expect
      .poll(() => statusOf(request.get(`http://localhost:${place.port}/api/health/ready`)), {
        timeout: 30_000,
      })
      .toBe(200);
  }
  process.kill(desk.pid, "SIGTERM");
  expect(await desk.end()).toBe(0);
  await expectNothingLeft(place);
});

test("after a killed launcher the server ends by itself, and the next start finds the database", async ({
  place,
}) => {
  const desk = startDesk(place);
  await desk.says(ready);
  const survivor = processOf(place, database);
  process.kill(desk.pid, "SIGKILL");

  const next = startDesk(place);
  await next.says(ready);
  expect(processOf(place, database)).toBe(survivor);
  expect(processesOf(place).filter(({ command }) => server.test(command))).toHaveLength(1);
  process.kill(next.pid, "SIGTERM");
  expect(await next.end()).toBe(0);
  await expectNothingLeft(place);
});

test("a start after everything was killed at once works", async ({ place }) => {
  const desk = startDesk(place);
  await desk.says(ready);
  for (const { pid } of processesOf(place)) process.kill(pid, "SIGKILL");
  await expectNothingLeft(place);

  const next = startDesk(place);
  await next.says(ready);
  process.kill(next.pid, "SIGTERM");
  await next.end();
  await expectNothingLeft(place);
});

for (const signal of ["SIGTERM", "SIGKILL"] as const) {
  test(`a desk whose npm gets ${signal} stops`, async ({ place }) => {
    const npm = startDesk(place, ["npm", "start"]);
    await npm.says(ready);
    process.kill(npm.pid, signal);
    await npm.end();
    await expectNothingLeft(place);
  });
}

test("a second desk on the same data is refused and disturbs nothing", async ({
  place,
  request,
}) => {
  const desk = startDesk(place);
  await desk.says(ready);
  const second = startDesk(place);
  expect(await second.end()).toBe(1);
  expect(second.output()).toContain(`The desk at http://localhost:${place.port} already uses`);
  expect(second.output()).toContain("DESK_DATA_DIR");
  const answer = await request.get(`http://localhost:${place.port}/api/health/ready`);
  expect(answer.status()).toBe(200);
  process.kill(desk.pid, "SIGTERM");
  await desk.end();
  await expectNothingLeft(place);
});

test("operators are managed beside a running desk, and without one", async ({ place }) => {
  const command = [process.execPath, "lib/launcher/run.mjs", "operator"];
  const desk = startDesk(place);
  await desk.says(ready);
  const beside = startDesk(place, [...command, "role", "agent@desk.test", "--role", "auditor"]);
  expect(await beside.end()).toBe(0);
  expect(processesOf(place).some((one) => database.test(one.command))).toBe(true);
  process.kill(desk.pid, "SIGTERM");
  await desk.end();
  await expectNothingLeft(place);

  const alone = startDesk(place, [...command, "list"]);
  expect(await alone.end()).toBe(0);
  expect(alone.output()).toMatch(/agent@desk\.test +auditor/);
  await expectNothingLeft(place);
});

test("a port that is taken is named, with what to do", async ({ place }) => {
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen(place.port, "127.0.0.1", resolve));
  const desk = startDesk(place);
  expect(await desk.end()).toBe(1);
  expect(desk.output()).toContain(`Port ${place.port} is taken by another program`);
  expect(desk.output()).toContain("PORT=");
  other.close();
  await expectNothingLeft(place);
});

test("a live desk without its secrets is refused, each by its name", async ({ place }) => {
  const variables = { ...place.variables, MIGO_API_URL: "https://issuer.example/rest" };
  const desk = startDesk({ ...place, variables });
  expect(await desk.end()).toBe(1);
  for (const name of ["APPLICATION_ID", "MERCHANT", "PRIVATE_KEY"]) {
    expect(desk.output()).toContain(`MIGO_${name} is not set`);
  }
  expect(desk.output()).toContain("NEXTAUTH_SECRET is not set");
  expect(desk.output()).toContain("NEXTAUTH_URL is not set");
  expect(desk.output()).toContain("for example:");
  await expectNothingLeft(place);
});

async function statusOf(answer: Promise<{ status: () => number }>): Promise<number> {
  // No connection is an answer, too, while the server is away.
  return answer.then(
    (got) => got.status(),
    () => 0,
  );
}
