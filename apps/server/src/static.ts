import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const pack = promisify(gzip);

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json",
  ".webmanifest": "application/manifest+json",
};

interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined;
  readonly tag: string;
  readonly immutable: boolean;
}

/** Answers with a built file, with the page for a path of the application, or with nothing. */
export type ServeStatic = (request: Request) => Response | undefined;

/**
 * Hold the built browser application in memory, compressed once. It is about a
 * megabyte, and no request then reads the disk.
 *
 * @throws {Error} when the application has not been built, saying how.
 */
export async function loadStatic(folder: URL): Promise<ServeStatic> {
  const root = fileURLToPath(folder);
  const paths = await readdir(root, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`The browser application is not built: ${root} is missing. Run \`pnpm bundle\`.`, { cause });
  });
  const files = paths
    .filter((entry) => entry.isFile() && extname(entry.name) !== ".map")
    .map((entry) => join(entry.parentPath, entry.name));
  const assets = new Map<string, Asset>();
  for (const path of files) assets.set(`/${relative(root, path).split(sep).join("/")}`, await loadAsset(root, path));
  const page = assets.get("/index.html");
  if (page === undefined) throw new Error(`${root} has no index.html. Run \`pnpm bundle\`.`);
  return (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return undefined;
    const { pathname } = new URL(request.url);
    const asset = assets.get(pathname) ?? (extname(pathname) === "" ? page : undefined);
    return asset && answer(request, asset);
  };
}

async function loadAsset(root: string, path: string): Promise<Asset> {
  const plain = new Uint8Array(await readFile(path));
  const type = mediaTypes[extname(path)] ?? "application/octet-stream";
  const compressible = /^(text|application\/(json|manifest)|image\/svg)/.test(type) && plain.length > 1_000;
  return {
    type,
    plain,
    gzipped: compressible ? new Uint8Array(await pack(plain, { level: 9 })) : undefined,
    tag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    // Vite puts a hash of the content into these names.
    immutable: relative(root, path).startsWith(`assets${sep}`),
  };
}

function answer(request: Request, asset: Asset): Response {
  const headers = new Headers({
    "content-type": asset.type,
    etag: asset.tag,
    "cache-control": asset.immutable ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
  });
  if (request.headers.get("if-none-match") === asset.tag) return new Response(null, { status: 304, headers });
  const packed = asset.gzipped !== undefined && /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (packed) headers.set("content-encoding", "gzip");
  const body = packed && asset.gzipped !== undefined ? asset.gzipped : asset.plain;
  headers.set("content-length", String(body.length));
  return new Response(request.method === "HEAD" ? null : body, { headers });
}
