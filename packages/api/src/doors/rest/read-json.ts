import { AppError } from "../../base/errors.ts";
import { invalidInput } from "./parse-input.ts";

/** The largest body a route takes: 1 MiB. */
export const maxBodyBytes = 1_048_576;

/** Nesting beyond this is no request of ours, and recursion over it could exhaust the stack. */
const maxDepth = 32;

/**
 * The JSON of a request's body; an empty body is an empty object.
 *
 * @throws {AppError} `payload_too_large`; `unsupported_media_type`; `invalid_input` for what is no JSON, for text that
 * cannot be stored (NUL, half of a surrogate pair) and for nesting out of all proportion.
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (type !== "application/json" || encoding !== "identity") {
    throw new AppError("unsupported_media_type", "The body must be JSON. Send it with Content-Type: application/json.");
  }
  const value = parse(bytes);
  refuseUnstorable(value);
  return value;
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): AppError {
  return new AppError("payload_too_large", "The body is larger than 1 MiB. Send less at a time.");
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError(
      "invalid_input",
      "The body is not valid JSON. Correct it and send again.",
      { issues: [{ path: "", message: "is not valid JSON" }] },
      cause,
    );
  }
}

/** Postgres stores no NUL, and JSON columns no half surrogate; `__proto__` would be lost on the way. */
function refuseUnstorable(root: unknown): void {
  const rest: { value: unknown; path: string; depth: number }[] = [{ value: root, path: "", depth: 0 }];
  for (let at = rest.pop(); at !== undefined; at = rest.pop()) {
    const { value, path, depth } = at;
    if (typeof value === "string") {
      if (!isStorable(value)) throw invalidInput([{ path, message: "contains a character that cannot be stored" }]);
    } else if (typeof value === "object" && value !== null) {
      if (depth >= maxDepth) throw invalidInput([{ path: "", message: `is nested more than ${maxDepth} levels deep` }]);
      for (const [key, inner] of Object.entries(value)) {
        const pointer = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        if (key === "__proto__" || !isStorable(key))
          throw invalidInput([{ path: pointer, message: "is not a possible field name" }]);
        rest.push({ value: inner, path: pointer, depth: depth + 1 });
      }
    }
  }
}

/** Whether a text survives its way into the database. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
