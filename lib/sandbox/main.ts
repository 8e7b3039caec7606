import { OPTION_VARIABLES, optionsFromEnvironment } from "./options";
import { type Sandbox, startSandbox } from "./server";

/** Lines for a person or for the launcher's log. */
function say(line: string): void {
  process.stderr.write(`sandbox: ${line}\n`);
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

async function run(): Promise<void> {
  const options = optionsFromEnvironment(process.env);
  let sandbox: Sandbox | undefined;
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    // An IPC channel would keep the process alive, so its end is said outright.
    Promise.resolve(sandbox?.close()).then(
      () => process.exit(0),
      (error: unknown) => {
        say(`did not close properly: ${wordsOf(error)}`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The launcher is gone: nobody would stop this process later.
  process.on("disconnect", stop);

  sandbox = await startSandbox({
    ...options,
    report: (problem, cause) => say(`${problem} ${wordsOf(cause)}`),
  });
  say(`the stand-in issuer listens on ${sandbox.url}`);
  process.send?.({ ready: true, url: sandbox.url });
}

function explain(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "EADDRINUSE") return wordsOf(error);
  return `${OPTION_VARIABLES.port} names a port that is taken. ${wordsOf(error)}`;
}

run().catch((error: unknown) => {
  say(explain(error));
  process.exit(1);
});
