import { Problem } from "./problem";

/** Reads a password from a pipe, or asks for it twice on the terminal without showing it. */
export async function readPassword(isPiped: boolean): Promise<string> {
  if (isPiped) return readPipe();
  if (!process.stdin.isTTY) {
    throw new Problem(
      "There is no terminal to ask for the password on: pipe it in with --password-stdin.",
    );
  }
  const password = await ask("Password: ");
  if (password !== (await ask("The same again: "))) throw new Problem("The two are not the same.");
  return password;
}

async function readPipe(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  // `echo` and editors end a line; nobody means that as a part of the password.
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}

const ctrlC = "\u0003";
const backspaces = new Set(["\u007F", "\b"]);

function ask(question: string): Promise<string> {
  const { stdin, stdout } = process;
  stdout.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  return new Promise((resolve, reject) => {
    const typed: string[] = [];
    const finish = (settle: () => void) => {
      stdin.off("data", read);
      stdin.setRawMode(false);
      stdin.pause();
      stdout.write("\n");
      settle();
    };
    const read = (chunk: string) => {
      for (const character of Array.from(chunk)) {
        if (character === "\r" || character === "\n") return finish(() => resolve(typed.join("")));
        // In raw mode the terminal sends no signal of its own.
        if (character === ctrlC) return finish(() => reject(new Problem("Nothing was changed.")));
        if (backspaces.has(character)) typed.pop();
        else typed.push(character);
      }
    };
    stdin.on("data", read);
    stdin.resume();
  });
}
