export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process. The launcher's other files take it as a value, so that tests can give their own. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  // The launcher runs before the desk's configuration exists: it is what fills it in.
  // oxlint-disable-next-line node/no-process-env
  return process.env;
}
