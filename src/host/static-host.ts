import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve, sep } from "node:path";
import sirv from "sirv";

/** A server that listens. */
export interface StaticHost {
  /** The address of its root, with a slash at the end. */
  readonly url: string;
  /** Ends it with all its connections. */
  close(): Promise<void>;
}

/** How a folder is served. */
export interface HostOptions {
  /** 0 is any free one. */
  readonly port: number;
  /** Whether to try the following ports when this one is taken. */
  readonly next?: boolean;
  /** Headers of every reply. */
  readonly headers?: Readonly<Record<string, string>>;
}

const LOOPBACK = "127.0.0.1";
const LAST_PORT = 65_535;
/** Nothing is taken for another type than it has, and no other site is told the address with its palette. */
const ALWAYS = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };
/** Names of these files change with their content. */
const HASHED = /^\/assets\//;
/** Types of text for which the host would name no charset. */
const TEXTS: Readonly<Record<string, string>> = {
  css: "text/css;charset=utf-8",
  csv: "text/csv;charset=utf-8",
  js: "text/javascript;charset=utf-8",
  txt: "text/plain;charset=utf-8",
};

/**
 * Serves a folder of built files on this machine only; a file that has a gzipped one beside it is sent packed to whoever takes
 * that. Every reply carries the content security policy of the folder's page, because workers get theirs from nowhere else.
 * Errors: rejects where the port is taken.
 */
export async function staticHost(folder: string, options: HostOptions): Promise<StaticHost> {
  const { port, next = false, headers = {} } = options;
  const server = createServer(handlerOf(realpathSync(resolve(folder)), headers));
  for (let tried = port; ; tried++) {
    const problem = await listen(server, tried);
    if (!problem) break;
    if (!next || problem.code !== "EADDRINUSE" || tried >= LAST_PORT) throw problem;
  }
  const address = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function handlerOf(root: string, headers: Readonly<Record<string, string>>) {
  // Looked up at each request, so that a new build is served without a new start.
  const serve = sirv(root, {
    dev: true,
    etag: true,
    gzip: true,
    extensions: [],
    setHeaders(response, path) {
      response.setHeader("Cache-Control", cacheRule(path));
      const type = TEXTS[path.slice(path.lastIndexOf(".") + 1)];
      if (type) response.setHeader("Content-Type", type);
    },
  });
  const policy = policyOf(join(root, "index.html"));
  return (request: IncomingMessage, response: ServerResponse) => {
    if (policy) response.setHeader("Content-Security-Policy", policy);
    for (const [name, value] of Object.entries({ ...ALWAYS, ...headers }))
      response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") return sendNotAllowed(response);
    request.url = originForm(request.url ?? "/");
    const path = decodedPath(request.url);
    if (path === null || !staysInside(root, path)) return sendNotFound(response);
    if (path.endsWith("/")) request.url = `${encodeURI(path)}index.html`;
    serve(request, response, () => sendNotFound(response));
  };
}

function cacheRule(path: string): string {
  return HASHED.test(path) ? "max-age=31536000, immutable" : "no-cache";
}

/** The policy that the build has put into a page; null where it has none. */
function policyOf(page: string): string | null {
  const html = existsSync(page) ? readFileSync(page, "utf8") : "";
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? null;
}

/** The path of an address, null where it cannot be read. */
function decodedPath(address: string): string | null {
  try {
    return decodeURI(address.split(/[?#]/)[0]);
  } catch {
    return null;
  }
}

/** Whether what a path names lies in the folder once links are followed. */
function staysInside(root: string, path: string): boolean {
  const file = join(root, path);
  return [file, `${file}.gz`].every(
    (one) => !existsSync(one) || `${realpathSync(one)}${sep}`.startsWith(`${root}${sep}`),
  );
}

/** An address may come whole, as through a proxy: what counts is its path. */
function originForm(address: string): string {
  return address.replace(/^https?:\/\/[^/?#]*/i, "") || "/";
}

function sendNotAllowed(response: ServerResponse): void {
  response
    .writeHead(405, { Allow: "GET, HEAD", "Content-Type": "text/plain;charset=utf-8" })
    .end("Method not allowed");
}

function sendNotFound(response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "text/plain;charset=utf-8" }).end("Not found");
}

/** Resolves to the problem where the port cannot be had. */
function listen(server: Server, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((done) => {
    server.once("error", done);
    server.listen(port, LOOPBACK, () => {
      server.off("error", done);
      done(null);
    });
  });
}
