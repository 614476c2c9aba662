import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { createCluster, makeRoot } from "./create-cluster.ts";
import { startEmbedded } from "./launch.ts";
import { clusterPaths } from "./paths.ts";
import type { Account } from "./run.ts";

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const { postgres } = await findBinaries();

test.runIf(isRoot)("root runs a cluster of its own in a user namespace and another's as that user", async () => {
  const place = "/somewhere";
  expect(await chooseAccount(postgres, { uid: 0, place, owner: { uid: nobody, gid: nobody } })).toMatchObject({
    identity: { uid: nobody, gid: nobody },
    prefix: [],
  });
  const own = await chooseAccount(postgres, { uid: 0, place });
  expect([own.prefix[0], own.identity?.uid]).toSatisfy(([prefix, uid]) => prefix === "unshare" || uid === nobody);
});

test("a user is refused the cluster of another one", async () => {
  const refusal = chooseAccount(postgres, { uid: 1234, place: "/somewhere", owner: { uid: 4321, gid: 1 } });
  await expect(refusal).rejects.toMatchObject({
    code: "wrong_owner",
    message: expect.stringMatching(/user 4321 .*user 1234/),
  });
});

test("programs that do not run here are an unsupported platform", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longhand account "));
  const program = join(folder, "postgres");
  await writeFile(program, "#!/no/such/loader\n", { mode: 0o755 });
  await expect(chooseAccount(program, { uid: 1234, place: "/somewhere" })).rejects.toMatchObject({
    code: "unsupported_platform",
    message: expect.stringContaining("DATABASE_URL"),
  });
  await rm(folder, { recursive: true });
});

test.runIf(isRoot)(
  "where namespaces are not allowed, root creates a cluster for uid 65534 below a folder only root could enter",
  async () => {
    const parent = await mkdtemp(join(tmpdir(), "longhand account "));
    await rm(parent, { recursive: true });
    const paths = clusterPaths(parent);
    await makeRoot(paths.root);
    const dropped: Account = { describes: "uid 65534", identity: { uid: nobody, gid: nobody }, prefix: [] };
    await createCluster({ paths, binaries: await findBinaries(), account: dropped, fsync: false });
    const server = await startEmbedded({ dataDir: parent, fsync: false });
    const { uid, mode } = await stat(paths.home);
    expect([uid, mode & 0o777, server.started]).toEqual([nobody, 0o700, true]);
    await server.stop();
    await rm(parent, { recursive: true });
  },
);
