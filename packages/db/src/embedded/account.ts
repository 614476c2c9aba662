import { chmod, chown, stat } from "node:fs/promises";
import { unsupported } from "./binaries.ts";
import { EmbeddedError } from "./failure.ts";
import { type Account, run } from "./run.ts";

const nobody = 65_534;

const ourselves: Account = { describes: "this user", prefix: [] };
const namespaced: Account = {
  describes: "a user namespace",
  prefix: ["unshare", "-U", `--map-user=${nobody}`, `--map-group=${nobody}`],
};

/** The user we run as and the owner of the cluster, when there is one. */
export interface Standing {
  readonly uid: number | undefined;
  readonly owner?: { readonly uid: number; readonly gid: number };
  readonly place: string;
}

/**
 * Choose who runs Postgres, which refuses to run as root.
 *
 * Root first asks for a user namespace, in which it is somebody else and its
 * files stay its own; where that is not allowed (many containers) Postgres
 * becomes uid 65534. A cluster that exists is run by its owner and by nobody
 * else, so it keeps the mode that created it. Each choice is tried with
 * `postgres --version` before it is made.
 *
 * @param postgres path of the server program.
 * @throws {EmbeddedError} `wrong_owner`, `no_account`, `unsupported_platform`.
 */
export async function chooseAccount(postgres: string, { uid, owner, place }: Standing): Promise<Account> {
  if (uid === undefined || uid !== 0) {
    if (uid !== undefined && owner !== undefined && owner.uid !== uid) {
      throw new EmbeddedError(
        "wrong_owner",
        `${place} belongs to user ${owner.uid} and this process is user ${uid}. Start as that user, run chown -R ${uid} on it while no Postgres uses it, or choose another DATA_DIR.`,
      );
    }
    if (await works(ourselves, postgres)) return ourselves;
    throw unsupported(`The embedded Postgres for ${process.platform}-${process.arch} does not run on this system.`);
  }
  for (const account of accountsForRoot(owner)) {
    if (await works(account, postgres)) return account;
  }
  throw new EmbeddedError(
    "no_account",
    owner?.uid === 0
      ? `Postgres does not run as root, and this system no longer allows the user namespace that created ${place}. Start as another user after chown -R, or set DATABASE_URL.`
      : `Postgres does not run as root, and this system allows neither a user namespace nor uid ${owner?.uid ?? nobody} to run ${postgres}. Start as another user, or set DATABASE_URL.`,
  );
}

function accountsForRoot(owner: Standing["owner"]): readonly Account[] {
  if (owner?.uid === 0) return [namespaced];
  if (owner !== undefined) return [asUser(owner.uid, owner.gid)];
  return [namespaced, asUser(nobody, nobody)];
}

function asUser(uid: number, gid: number): Account {
  return { describes: `uid ${uid}`, identity: { uid, gid }, prefix: [] };
}

async function works(account: Account, postgres: string): Promise<boolean> {
  return (await run(account, postgres, ["--version"])).exitCode === 0;
}

/** Give files just made to the account that has to own them, and let it enter the folder above. */
export async function giveTo(account: Account, folder: string, files: readonly string[]): Promise<void> {
  if (account.identity === undefined) return;
  const { uid, gid } = account.identity;
  for (const file of files) await chown(file, uid, gid);
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) await chmod(folder, mode | 0o011);
}
