import { parseArgs } from "node:util";

export const usage = `longhand: local administration of this installation

  longhand users create --email E [--name N] [--password P] [--json]
  longhand keys create  --email E --name N [--scopes read,draft,campaigns,admin] [--expires 90d] [--json]
  longhand migrate      [--json]

It works on the database of DATA_DIR (default .longhand) or DATABASE_URL, also while the server runs.
Exit codes: 0 done, 1 failed, 2 not understood.
`;

/** The words of a command could not be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What an administration command asks for. `json` prints one JSON line instead of sentences. */
export type Command =
  | {
      readonly do: "users create";
      readonly email: string;
      readonly name: string | undefined;
      readonly password: string | undefined;
      readonly json: boolean;
    }
  | {
      readonly do: "keys create";
      readonly email: string;
      readonly name: string;
      readonly scopes: readonly string[] | undefined;
      readonly expiresInDays: number | undefined;
      readonly json: boolean;
    }
  | { readonly do: "migrate"; readonly json: boolean };

/**
 * Read a command line.
 *
 * @throws {UsageError} naming the word that is wrong or missing.
 */
export function parseCommand(args: readonly string[]): Command {
  const { positionals, values } = read(args);
  const json = values.json === true;
  const words = positionals.join(" ");
  if (words === "migrate") return { do: "migrate", json };
  if (words === "users create") {
    return { do: words, email: required(values.email, "--email"), name: values.name, password: values.password, json };
  }
  if (words === "keys create") {
    return {
      do: words,
      email: required(values.email, "--email"),
      name: required(values.name, "--name"),
      scopes: values.scopes?.split(",").map((scope) => scope.trim()),
      expiresInDays: days(values.expires),
      json,
    };
  }
  throw new UsageError(`There is no command "${words}".`);
}

function read(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { email: text, name: text, password: text, scopes: text, expires: text, json: { type: "boolean" } },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : "The options could not be read.");
  }
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === "") throw new UsageError(`${option} is missing.`);
  return value.trim();
}

function days(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{1,4})d?$/.exec(text.trim());
  const count = Number(match?.[1]);
  if (match === null || count < 1 || count > 3650) throw new UsageError("--expires must be days from 1d to 3650d.");
  return count;
}
