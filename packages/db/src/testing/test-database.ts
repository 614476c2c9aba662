import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { connect, type Db } from "../connect.ts";
import { databaseUrl, ensureTemplate } from "./template.ts";
import { startTestCluster, type TestCluster } from "./test-cluster.ts";

/** A database of one's own with every migration applied and no rows; disposing drops it. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
  readonly db: Db;
  readonly sql: Sql;
}

/** The server's connections are shared by every worker of the machine. */
const maxPerPool = 4;
const staleAfterSeconds = 60 * 60;
const prefix = "longhand_test_";

/** The cluster as used by this process: held from the first open database to the last. */
const using: { cluster?: Promise<TestCluster>; databases: number } = { databases: 0 };

/**
 * Create a private clone of the migrated template, in some 35 ms once the template exists.
 *
 * Best held for a test file, with `await using` or closed in `afterAll`. Where
 * vitest has `testing/global-setup.ts` as its globalSetup the server runs for
 * the whole test run; without it, the first open database of a machine starts
 * the server and the last one to close stops it.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await enter();
  try {
    const name = await withAdmin(cluster.url, (admin) => clone(admin, cluster.url));
    const url = databaseUrl(cluster.url, name);
    const { db, sql, close } = connect(url, { max: maxPerPool, applicationName: "longhand-test" });
    const dispose = async () => {
      await close();
      await withAdmin(cluster.url, (admin) => admin`drop database if exists ${admin(name)} with (force)`);
      await leave();
    };
    let disposed: Promise<void> | undefined;
    return { url, db, sql, [Symbol.asyncDispose]: () => (disposed ??= dispose()) };
  } catch (error) {
    await leave();
    throw error;
  }
}

async function clone(admin: Sql, url: string): Promise<string> {
  await dropStaleClones(admin);
  const template = await ensureTemplate(admin, url);
  const name = `${prefix}${Math.floor(Date.now() / 1000)}_${randomBytes(6).toString("hex")}`;
  await admin`create database ${admin(name)} template ${admin(template)}`;
  return name;
}

/** A run that was killed drops nothing; the name of a clone tells when it was made. */
async function dropStaleClones(admin: Sql): Promise<void> {
  const stale = await admin<{ datname: string }[]>`
    select datname from pg_database
     where datname ~ ${`^${prefix}[0-9]+_`} and substring(datname from '_([0-9]+)_')::bigint < ${Math.floor(Date.now() / 1000) - staleAfterSeconds}`;
  for (const { datname } of stale) await admin`drop database if exists ${admin(datname)} with (force)`;
}

async function withAdmin<T>(url: string, work: (admin: Sql) => Promise<T>): Promise<T> {
  const admin = postgres(url, {
    max: 1,
    connect_timeout: 10,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: "longhand-test-admin" },
  });
  try {
    return await work(admin);
  } finally {
    await admin.end({ timeout: 5 });
  }
}

async function enter(): Promise<TestCluster> {
  using.databases += 1;
  using.cluster ??= startTestCluster();
  try {
    return await using.cluster;
  } catch (error) {
    using.databases -= 1;
    delete using.cluster;
    throw error;
  }
}

async function leave(): Promise<void> {
  using.databases -= 1;
  if (using.databases > 0) return;
  const { cluster } = using;
  delete using.cluster;
  await (await cluster)?.stop();
}
