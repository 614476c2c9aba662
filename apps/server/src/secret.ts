import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The signing secret of this installation: the environment's, else one made
 * once and kept in the data directory, readable by its owner alone. Two first
 * starts at once agree, because only one of them creates the file.
 */
export async function installationSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, "secret");
  try {
    const file = await open(path, "wx", 0o600);
    try {
      const secret = randomBytes(32).toString("base64url");
      await file.writeFile(`${secret}\n`);
      return secret;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const secret = (await readFile(path, "utf8")).trim();
    if (secret.length >= 32) return secret;
    throw new Error(
      `${path} holds no secret. Delete it to have a new one made (people will have to sign in again), or set LONGHAND_SECRET.`,
      { cause: error },
    );
  }
}
