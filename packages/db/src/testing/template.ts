import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";
import { findMigrations, migrate } from "../migrate.ts";

/** Serialises the creators of templates on one server; any constant nobody else uses. */
const templateLock = 7_304_118_226;
const templatesKept = 8;

/**
 * Make sure that the server has a database with these migrations, to be cloned.
 *
 * Its name is a hash of them, so new migrations give a new template. It is
 * migrated under another name and renamed, hence never seen half done.
 *
 * @returns the template's name.
 */
export async function ensureTemplate(admin: Sql, url: string): Promise<string> {
  const folder = findMigrations();
  const name = `longhand_template_${await hashFolder(folder)}`;
  if (await exists(admin, name)) return name;
  await admin`select pg_advisory_lock(${templateLock})`;
  try {
    if (!(await exists(admin, name))) await build(admin, url, folder, name);
  } finally {
    await admin`select pg_advisory_unlock(${templateLock})`;
  }
  return name;
}

async function build(admin: Sql, url: string, folder: string, name: string): Promise<void> {
  const unfinished = "longhand_template_unfinished";
  await admin`drop database if exists ${admin(unfinished)} with (force)`;
  await admin`create database ${admin(unfinished)}`;
  await migrate(databaseUrl(url, unfinished), folder);
  await admin`alter database ${admin(unfinished)} rename to ${admin(name)}`;
  await dropOldTemplates(admin);
}

/** Checkouts with different migrations share a server; the newest few templates are theirs, older ones belong to migrations that were rewritten. */
async function dropOldTemplates(admin: Sql): Promise<void> {
  const old = await admin<{ datname: string }[]>`
    select datname from pg_database where datname like 'longhand\_template\_%' order by oid desc offset ${templatesKept}`;
  for (const { datname } of old) await admin`drop database if exists ${admin(datname)}`;
}

/** The address of another database of the same server. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function exists(admin: Sql, name: string): Promise<boolean> {
  return (await admin`select 1 from pg_database where datname = ${name}`).length > 0;
}

async function hashFolder(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(folder)).toSorted()) {
    if (name.endsWith(".sql")) hash.update(`${name}\0`).update(await readFile(join(folder, name)));
  }
  hash.update(await readFile(join(folder, "meta", "_journal.json")));
  return hash.digest("hex").slice(0, 16);
}
