import { createServer, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A way to the server that can fail and come back, as a proxy in front of a restarting server does. */
export interface FailingProxy extends AsyncDisposable {
  readonly url: string;
  /** Cut every open answer and say 502 to each new request. */
  fail(): void;
  recover(): void;
}

/** Stand before `target`; the server sees its own address, so cookies and origins hold. */
export async function startFailingProxy(target: string): Promise<FailingProxy> {
  const { host, hostname, port } = new URL(target);
  const open = new Set<ServerResponse>();
  let failing = false;
  const server: Server = createServer((incoming, answer) => {
    if (failing) {
      answer.writeHead(502).end();
      return;
    }
    open.add(answer);
    answer.on("close", () => open.delete(answer));
    const headers = { ...incoming.headers, host, ...(incoming.headers.origin === undefined ? {} : { origin: target }) };
    const onward = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
      from.on("error", () => answer.destroy());
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    fail() {
      failing = true;
      for (const answer of open) answer.destroy();
    },
    recover() {
      failing = false;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
