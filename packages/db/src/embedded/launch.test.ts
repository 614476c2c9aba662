import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { type HeldServer, holdServer } from "../testing/held-server.ts";
import { startEmbedded } from "./launch.ts";
import { clusterPaths } from "./paths.ts";
import { isAlive, readClaim, standingOf } from "./postmaster-pid.ts";

/** A data directory with spaces and an accent in its path; whatever still runs there is ended with it. */
async function givenDataDir() {
  const parent = await mkdtemp(join(tmpdir(), "longhand embedded é "));
  const dataDir = join(parent, "data dir");
  const { data } = clusterPaths(dataDir);
  const held: HeldServer[] = [];
  return {
    dataDir,
    hold(uid?: number) {
      const server = holdServer(dataDir, uid);
      held.push(server);
      return server;
    },
    async postmaster() {
      const pid = (await readClaim(data))?.pid;
      return pid !== undefined && (await standingOf(pid, data)) !== "gone" ? pid : undefined;
    },
    async [Symbol.asyncDispose]() {
      for (const server of held) server.process.kill("SIGKILL");
      const pid = await this.postmaster();
      if (pid !== undefined) process.kill(pid, "SIGQUIT");
      await expect.poll(() => this.postmaster(), { timeout: 10_000 }).toBeUndefined();
      await rm(parent, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function query<T>(url: string | undefined, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url ?? "", { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const remember = (url: string | undefined, word: string) =>
  query(url, async (sql) => {
    await sql`create table if not exists memory (word text)`;
    await sql`insert into memory values (${word})`;
  });
const recall = (url: string | undefined) =>
  query(url, (sql) => sql<{ word: string }[]>`select word from memory`.then((rows) => rows.map((row) => row.word)));

test("a first start makes a private cluster that only listens on loopback and only takes passwords", async () => {
  await using given = await givenDataDir();
  const server = await startEmbedded({ dataDir: given.dataDir });
  const paths = clusterPaths(given.dataDir);
  const facts = await query(server.url, async (sql) => {
    const settings = await sql<{ name: string; setting: string }[]>`
      select name, setting from pg_settings
      where name in ('listen_addresses','unix_socket_directories','max_connections','fsync','synchronous_commit','server_encoding','TimeZone') order by name`;
    const methods = await sql<{ auth_method: string }[]>`select distinct auth_method from pg_hba_file_rules`;
    const [letters] = await sql<
      { low: string; first: string }[]
    >`select lower('ÉTÉ') as low, min(w) as first from unnest(array['b','Z']) as w`;
    return {
      ...Object.fromEntries(settings.map((row) => [row.name, row.setting])),
      methods: methods.map((row) => row.auth_method),
      ...letters,
    };
  });
  await server.stop();
  expect(facts).toEqual({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "60",
    fsync: "on",
    synchronous_commit: "on",
    server_encoding: "UTF8",
    TimeZone: "UTC",
    methods: ["scram-sha-256"],
    low: "été",
    first: "Z",
  });
  expect(server.started).toBe(true);
  expect([(await stat(paths.home)).mode & 0o777, (await stat(paths.password)).mode & 0o777]).toEqual([0o700, 0o600]);
  expect(await readFile(paths.log, "utf8")).not.toContain((await readFile(paths.password, "utf8")).trim());
  expect(await readdir(given.dataDir)).toEqual(["logs", "pg", "pg.lock"]);
  expect(await given.postmaster()).toBeUndefined();
});

test("a wrong password is refused by the server", async () => {
  await using given = await givenDataDir();
  const server = await startEmbedded({ dataDir: given.dataDir, fsync: false });
  const stranger = server.url.replace(/:[^:@]+@/, ":guess@");
  await expect(query(stranger, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
  await server.stop();
});

test("of two starts at once one creates and starts, the other uses, and the last to leave stops", async () => {
  await using given = await givenDataDir();
  const [first, second] = [given.hold(), given.hold()];
  const said = await Promise.all([first.said, second.said]);
  expect(said.map((one) => one.started).toSorted()).toEqual([false, true]);
  expect(said[0].url).toBe(said[1].url);
  const [starter, user] = said[0].started ? [first, second] : [second, first];
  await starter.leave();
  await remember(said[0].url, "still here");
  await user.leave();
  expect(await given.postmaster()).toBeUndefined();
});

test("a server whose process was killed is used by the next start, and stopped at its end", async () => {
  await using given = await givenDataDir();
  const killed = given.hold();
  const { url } = await killed.said;
  await remember(url, "kept");
  await killed.kill();
  const next = await startEmbedded({ dataDir: given.dataDir, fsync: false });
  expect(next).toMatchObject({ url, started: false });
  expect(await recall(next.url)).toEqual(["kept"]);
  await next.stop();
  expect(await given.postmaster()).toBeUndefined();
});

test("when process and postmaster were both killed, the next start recovers every committed row", async () => {
  await using given = await givenDataDir();
  const killed = given.hold();
  const { url } = await killed.said;
  await remember(url, "committed");
  const postmaster = await given.postmaster();
  killed.process.kill("SIGKILL");
  if (postmaster !== undefined) process.kill(postmaster, "SIGKILL");
  const next = await startEmbedded({ dataDir: given.dataDir, fsync: false });
  expect(next.started).toBe(true);
  expect(await recall(next.url)).toEqual(["committed"]);
  await next.stop();
});

test("a postmaster killed under us runs again at the same address", async () => {
  await using given = await givenDataDir();
  const server = await startEmbedded({ dataDir: given.dataDir, fsync: false });
  await remember(server.url, "before");
  const before = await given.postmaster();
  if (before !== undefined) process.kill(before, "SIGKILL");
  await expect.poll(() => recall(server.url).catch(() => []), { timeout: 20_000 }).toEqual(["before"]);
  expect(await given.postmaster()).not.toBe(before);
  await server.stop();
  expect(await given.postmaster()).toBeUndefined();
});

test("a stale claim whose number now belongs to another program is overcome without touching that program", async () => {
  await using given = await givenDataDir();
  const killed = given.hold();
  await remember((await killed.said).url, "kept");
  const postmaster = await given.postmaster();
  await killed.kill();
  if (postmaster !== undefined) process.kill(postmaster, "SIGKILL");
  await expect.poll(() => given.postmaster()).toBeUndefined();
  const bystander = spawn("sleep", ["600"]);
  const claim = join(clusterPaths(given.dataDir).data, "postmaster.pid");
  await writeFile(claim, (await readFile(claim, "utf8")).replace(/^\d+/, String(bystander.pid)));
  const next = await startEmbedded({ dataDir: given.dataDir, fsync: false });
  expect(await recall(next.url)).toEqual(["kept"]);
  expect(bystander.pid !== undefined && isAlive(bystander.pid)).toBe(true);
  bystander.kill();
  await next.stop();
});

test("a first start that was interrupted leaves nothing in the way, and its remains go after an hour", async () => {
  await using given = await givenDataDir();
  await mkdir(given.dataDir, { recursive: true });
  const interrupted = given.hold();
  const attempts = async () => (await readdir(given.dataDir)).filter((name) => name.startsWith("pg.tmp-"));
  await expect.poll(attempts, { interval: 1, timeout: 20_000 }).toHaveLength(1);
  await interrupted.kill();
  const [remains = ""] = await attempts();
  expect(await readdir(given.dataDir)).not.toContain("pg");
  await (await startEmbedded({ dataDir: given.dataDir, fsync: false })).stop();
  expect(await attempts()).toEqual([remains]);
  const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(join(given.dataDir, remains), twoHoursAgo, twoHoursAgo);
  await (await startEmbedded({ dataDir: given.dataDir, fsync: false })).stop();
  expect(await attempts()).toEqual([]);
});

test("a directory that is no whole cluster, of another version, damaged or without its password is refused and left alone", async () => {
  await using given = await givenDataDir();
  const { home, data, password } = clusterPaths(given.dataDir);
  const start = () => startEmbedded({ dataDir: given.dataDir, fsync: false });
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "letter.txt"), "mine");
  await expect(start()).rejects.toMatchObject({ code: "corrupt", message: expect.stringContaining("move it aside") });
  expect(await readFile(join(home, "letter.txt"), "utf8")).toBe("mine");
  await rm(home, { recursive: true });

  await (await start()).stop();
  const version = join(data, "PG_VERSION");
  await writeFile(version, "17\n");
  await expect(start()).rejects.toMatchObject({
    code: "wrong_version",
    message: expect.stringMatching(/Postgres 17 .* Postgres 18/),
  });
  await writeFile(version, "18\n");

  const secret = await readFile(password, "utf8");
  await rm(password);
  await expect(start()).rejects.toMatchObject({ code: "wrong_password" });
  await writeFile(password, secret, { mode: 0o600 });

  const control = join(data, "global", "pg_control");
  const bytes = await readFile(control);
  await rm(control);
  await expect(start()).rejects.toMatchObject({
    code: "corrupt",
    message: expect.stringMatching(/backup[\s\S]*pg_control/),
  });
  await writeFile(control, bytes, { mode: 0o600 });
  await (await start()).stop();
});

test("a running server that refuses our password is neither used nor stopped", async () => {
  await using given = await givenDataDir();
  const { password } = clusterPaths(given.dataDir);
  const holder = given.hold();
  await holder.said;
  const secret = await readFile(password, "utf8");
  await writeFile(password, "not the password\n");
  await expect(startEmbedded({ dataDir: given.dataDir })).rejects.toMatchObject({ code: "wrong_password" });
  expect(await given.postmaster()).toBeDefined();
  await writeFile(password, secret);
});

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

test.runIf(isRoot)("root keeps its files its own, and another user is told whose they are", async () => {
  await using given = await givenDataDir();
  await (await startEmbedded({ dataDir: given.dataDir, fsync: false })).stop();
  await makeEnterable(given.dataDir);
  const said = await given.hold(nobody).said;
  expect(said).toMatchObject({ code: "wrong_owner", message: expect.stringContaining(`chown -R ${nobody}`) });
});

test.runIf(isRoot)("an ordinary user runs it as itself, and root later runs it as that user", async () => {
  await using given = await givenDataDir();
  await makeEnterable(given.dataDir);
  const ordinary = given.hold(nobody);
  await remember((await ordinary.said).url, "kept");
  await ordinary.leave();
  const asRoot = await startEmbedded({ dataDir: given.dataDir, fsync: false });
  expect(await recall(asRoot.url)).toEqual(["kept"]);
  const pid = await given.postmaster();
  expect((await readFile(`/proc/${pid}/status`, "utf8")).match(/^Uid:\s+(\d+)/m)?.[1]).toBe(String(nobody));
  await asRoot.stop();
  const again = given.hold(nobody);
  expect(await again.said).toMatchObject({ started: true });
  await again.leave();
});

test.runIf(isRoot)("a place where nothing may be written is named with its remedy", async () => {
  await using given = await givenDataDir();
  await chmod(join(given.dataDir, ".."), 0o755);
  expect(await given.hold(nobody).said).toMatchObject({
    code: "no_permission",
    message: expect.stringMatching(/data dir cannot be made .*another DATA_DIR/),
  });
});

test.runIf(process.platform === "linux")(
  "a place where nothing can be made at all is refused and not tried for ever",
  async () => {
    await expect(startEmbedded({ dataDir: "/proc/longhand/data" })).rejects.toMatchObject({ code: "no_permission" });
  },
);

/** Lets other users in, and gives them the folder unless a cluster is in it. */
async function makeEnterable(dataDir: string): Promise<void> {
  const parent = join(dataDir, "..");
  await chmod(parent, 0o777);
  await chmod(dataDir, 0o755).catch(() => {});
}
