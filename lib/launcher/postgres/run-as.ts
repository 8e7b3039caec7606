import { spawnSync } from "node:child_process";
import fs from "node:fs";

/** How a PostgreSQL program is to be called, as PostgreSQL refuses to run as root. */
export type RunAs = {
  readonly prefix: readonly string[];
  readonly identity: { uid: number; gid: number } | undefined;
};

/** The id of the user `nobody`, the same on every Linux. */
const nobody = 65_534;

const plain: RunAs = { prefix: [], identity: undefined };

/**
 * An ordinary user runs PostgreSQL as it is. Root runs it
 * - as the owner of the data when that is somebody else (root started what a person had started before), otherwise
 * - in a user namespace in which root's own id is shown as `nobody`: files stay root's and nothing is chowned, or
 * - as `nobody` where namespaces are forbidden, as in Docker's default profile.
 *
 * @param dataDir the data folder, which need not exist yet
 */
export function runAs(dataDir: string): RunAs {
  if (process.getuid?.() !== 0) return plain;
  const owner = fs.existsSync(dataDir) ? fs.statSync(dataDir) : undefined;
  if (owner && owner.uid !== 0) {
    return { prefix: [], identity: { uid: owner.uid, gid: owner.gid } };
  }
  const unshare = ["unshare", "--user", `--map-user=${nobody}`, `--map-group=${nobody}`];
  const [program = "", ...words] = unshare;
  if (spawnSync(program, [...words, "true"]).status === 0) {
    return { prefix: unshare, identity: undefined };
  }
  return { prefix: [], identity: { uid: nobody, gid: nobody } };
}
