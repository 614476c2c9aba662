import { expect, test } from "vitest";
import { parseCommand, UsageError } from "./parse-command.ts";

test("a user needs an email and may have a name and a password", () => {
  expect(parseCommand(["users", "create", "--email", "a@example.com", "--json"])).toEqual({
    do: "users create",
    email: "a@example.com",
    name: undefined,
    password: undefined,
    json: true,
  });
  expect(() => parseCommand(["users", "create"])).toThrow("--email is missing.");
});

test("a key's scopes are a list and its expiry is days", () => {
  const command = parseCommand([
    "keys",
    "create",
    "--email",
    "a@example.com",
    "--name",
    "ci",
    "--scopes",
    "read, draft",
    "--expires",
    "90d",
  ]);
  expect(command).toMatchObject({ scopes: ["read", "draft"], expiresInDays: 90 });
  expect(() => parseCommand(["keys", "create", "--email", "a@b.co", "--name", "ci", "--expires", "soon"])).toThrow(
    UsageError,
  );
});

test("an unknown command or option is refused by name", () => {
  expect(() => parseCommand(["users", "destroy"])).toThrow('There is no command "users destroy".');
  expect(() => parseCommand(["migrate", "--force"])).toThrow("--force");
});
