import { getRequestListener } from "@hono/node-server";
import { createServer, type Server } from "node:http";

/** An address that is ours. Requests that come before `serve` get 503. */
export interface Socket {
  readonly url: string;
  readonly port: number;
  serve(app: { fetch(request: Request): Response | Promise<Response> }): void;
  /** Accept nothing more, cut streams so that their clients reconnect elsewhere, and let short answers finish. */
  close(): Promise<void>;
}

/** An idle keep-alive connection must not hold up a stop for longer than an answer takes. */
const answerMs = 2_000;

/**
 * Take the address, before anything else is started that a second server would disturb.
 *
 * @throws {Error} naming the port, when another process has it.
 */
export async function listen(host: string, port: number): Promise<Socket> {
  const server = createServer((_request, response) => {
    response
      .writeHead(503, { "retry-after": "1", "content-type": "application/json" })
      .end('{"error":"Longhand is starting.","code":"unavailable"}');
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return {
    port: bound,
    url: `http://${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${bound}`,
    serve(app) {
      server.removeAllListeners("request");
      server.on(
        "request",
        getRequestListener((request) => app.fetch(request)),
      );
    },
    close: () => close(server),
  };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), answerMs);
  await closed;
  clearTimeout(cut);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new ListenError(
      `Port ${port} on ${host} is in use. Stop the other program, or choose another port: PORT=3001 npm start`,
      error,
    );
  if (error.code === "EACCES")
    return new ListenError(
      `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
      error,
    );
  if (error.code === "EADDRNOTAVAIL")
    return new ListenError(`${host} is no address of this machine. Set HOST to one that is.`, error);
  return error;
}

/** The address cannot be had; the message says what to do. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  constructor(message: string, cause: unknown) {
    super(message, { cause });
  }
}
