import { authAccounts, authSessions, authVerifications, users, type Db } from "@longhand/db";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";

/** A person who has signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Sign-in by email and password with a cookie. Everything better-auth does stays behind these. */
export interface People {
  /** Answers `/api/auth/*`. */
  handle(request: Request): Promise<Response>;
  /** The person whose cookie this is. */
  find(headers: Headers): Promise<Person | undefined>;
  /** Make an account; an email that is taken answers undefined. */
  create(person: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<Person | undefined>;
  /** Give an account another password. */
  setPassword(userId: string, password: string): Promise<void>;
  /** Sign in on somebody's behalf and give the answer that carries the cookie. */
  signIn(credentials: { readonly email: string; readonly password: string }, headers: Headers): Promise<Response>;
}

export interface PeopleOptions {
  readonly db: Db;
  /** Signs cookies; at least 32 characters. */
  readonly secret: string;
  /** Where browsers find this server, e.g. `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Further origins that may send cookies. */
  readonly trustedOrigins: readonly string[];
}

/** Fewer characters than this are guessed too soon; more than 128 cost hashing time. */
export const passwordLength = { min: 10, max: 128 } as const;

/** Sign-in for people over the tables of this database. */
export function createPeople(options: PeopleOptions): People {
  const auth = betterAuth({
    appName: "Longhand",
    baseURL: options.origin,
    basePath: "/api/auth",
    secret: options.secret,
    trustedOrigins: [...options.trustedOrigins],
    database: drizzleAdapter(options.db, {
      provider: "pg",
      schema: { users, authAccounts, authSessions, authVerifications },
    }),
    user: { modelName: "users" },
    account: { modelName: "authAccounts" },
    session: { modelName: "authSessions", expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    verification: { modelName: "authVerifications" },
    emailAndPassword: { enabled: true, minPasswordLength: passwordLength.min, maxPasswordLength: passwordLength.max },
    // Ten tries a minute for each address: enough for a person who mistypes, too few for a list of passwords.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 100,
      customRules: { "/sign-in/email": { window: 60, max: 10 }, "/sign-up/email": { window: 60, max: 10 } },
    },
    advanced: {
      database: { generateId: () => uuidv7() },
      cookiePrefix: "longhand",
      useSecureCookies: options.origin.startsWith("https:"),
    },
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
  return {
    handle: (request) => auth.handler(request),
    async find(headers) {
      if (!headers.has("cookie")) return undefined;
      const found = await auth.api.getSession({ headers });
      return found === null ? undefined : toPerson(found.user);
    },
    async create(person) {
      const context = await auth.$context;
      const email = person.email.toLowerCase();
      if ((await context.internalAdapter.findUserByEmail(email)) !== null) return undefined;
      const { user } = await auth.api.signUpEmail({ body: { ...person, email } });
      return toPerson(user);
    },
    async setPassword(userId, password) {
      const context = await auth.$context;
      await context.internalAdapter.updatePassword(userId, await context.password.hash(password));
    },
    signIn: (body, headers) => auth.api.signInEmail({ body, headers, asResponse: true }),
  };
}

function toPerson(user: Person): Person {
  return { id: user.id, name: user.name, email: user.email };
}

/** The account with this address, whatever its case. */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  const [row] = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  return row;
}
