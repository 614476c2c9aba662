import {
  createKey,
  findPersonByEmail,
  scopes,
  CreateKeyInput,
  passwordLength,
  type Context,
  type Db,
  type People,
} from "@longhand/api/server";
import { randomBytes } from "node:crypto";
import { z } from "zod";

/** What the `longhand` command asks for, one JSON document on stdin. */
const Command = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("users create"),
    email: z.email("--email must be an email address"),
    name: z.string().max(100).optional(),
    password: z
      .string()
      .min(passwordLength.min, `--password must have at least ${passwordLength.min} characters`)
      .max(passwordLength.max, `--password may have at most ${passwordLength.max} characters`)
      .optional(),
    json: z.boolean(),
  }),
  z.object({
    do: z.literal("keys create"),
    email: z.email("--email must be an email address"),
    name: z.string().min(1).max(100),
    scopes: z
      .array(z.enum(scopes, `--scopes must be some of ${scopes.join(", ")}`))
      .min(1)
      .optional(),
    expiresInDays: z.int().min(1).max(3650).optional(),
    json: z.boolean(),
  }),
  z.object({ do: z.literal("migrate"), json: z.boolean() }),
]);

/** What an administration command needs of the installation. */
export interface Installation {
  readonly db: Db;
  readonly people: People;
  readonly contextOf: (userId: string) => Context;
}

/** A command that was understood and could not be done. */
export class AdminError extends Error {
  override readonly name = "AdminError";
}

/** What to print: the answer, and a note for the person at the terminal that no program should read. */
export interface Printed {
  readonly answer: string;
  readonly note?: string;
}

/**
 * Do what the command says.
 *
 * @throws {AdminError} with a sentence for the person at the terminal.
 */
export async function administer(text: string, installation: Installation): Promise<Printed> {
  const parsed = Command.safeParse(JSON.parse(text));
  if (!parsed.success) throw new AdminError(parsed.error.issues.map((issue) => issue.message).join("\n"));
  const command = parsed.data;
  switch (command.do) {
    case "migrate":
      // Opening the installation has migrated it.
      return { answer: command.json ? JSON.stringify({ migrated: true }) : "The database is up to date." };
    case "users create": {
      const password = command.password ?? randomBytes(12).toString("base64url");
      const name = command.name ?? command.email.split("@")[0] ?? command.email;
      const person = await installation.people.create({ email: command.email, name, password });
      if (person === undefined) throw new AdminError(`There is an account for ${command.email} already.`);
      return {
        answer: command.json ? JSON.stringify({ id: person.id, email: person.email }) : `Created ${person.email}.`,
        ...(command.password === undefined && { note: `Password (shown once): ${password}` }),
      };
    }
    case "keys create": {
      const person = await findPersonByEmail(installation.db, command.email);
      if (person === undefined)
        throw new AdminError(
          `There is no account for ${command.email}. Create it with: longhand users create --email ${command.email}`,
        );
      const input = CreateKeyInput.parse({
        name: command.name,
        scopes: command.scopes,
        expiresInDays: command.expiresInDays,
      });
      const { key, secret } = await createKey(installation.contextOf(person.id), input);
      return { answer: command.json ? JSON.stringify({ id: key.id, key: secret }) : `Key (shown once): ${secret}` };
    }
  }
}
