import { createServer, request as httpRequest, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { staticHost } from "../../src/host/static-host.ts";

/** How a file is missing: the host says so, the connection is cut, or the page comes in its place. */
export const WAYS = ["404", "cut", "page"] as const;
/** One of them. */
export type Way = (typeof WAYS)[number];

/** A host of the built application that can lose files. */
export interface SpoiledHost {
  readonly url: string;
  /** Files that were asked for since the last look, in their order. */
  asked(): string[];
  /** Loses these files from now on, in this way; none to have all of them again. */
  lose(files: readonly string[], way?: Way): void;
  /** Waits until one of those that are lost is asked for. */
  missed(): Promise<void>;
  close(): Promise<void>;
}

/** Serves a folder on a free port of this machine. */
export async function spoiledHost(folder: string): Promise<SpoiledHost> {
  const whole = await staticHost(folder, { port: 0 });
  let lost: ReadonlySet<string> = new Set();
  let lostWay: Way = "404";
  let asked: string[] = [];
  let isMissed = false;
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const file = (request.url ?? "/").split("?")[0].slice(1) || "index.html";
    asked.push(file);
    if (!lost.has(file)) return pass(whole.url, request.url ?? "/", response);
    isMissed = true;
    for (const done of waiting.splice(0)) done();
    if (lostWay === "cut") response.destroy();
    else if (lostWay === "page") pass(whole.url, "/", response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked() {
      const before = asked;
      asked = [];
      return before;
    },
    lose(files, way = "404") {
      lost = new Set(files);
      lostWay = way;
      isMissed = false;
    },
    missed: () =>
      new Promise((done) => {
        if (isMissed) done();
        else waiting.push(done);
      }),
    async close() {
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
      await whole.close();
    },
  };
}

/** Never from the browser's own store, where nothing could be missing. */
function pass(host: string, path: string, response: ServerResponse): void {
  httpRequest(new URL(path, host), (reply) => {
    const { "cache-control": _, etag: __, ...headers } = reply.headers;
    response.writeHead(reply.statusCode ?? 500, { ...headers, "cache-control": "no-store" });
    reply.pipe(response);
  })
    .on("error", () => response.destroy())
    .end();
}
