import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream";
import { createGzip } from "node:zlib";

const HOST = "127.0.0.1";
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const PACKED = new Set([
  ".css",
  ".csv",
  ".html",
  ".js",
  ".json",
  ".svg",
  ".txt",
  ".wasm",
  ".webmanifest",
]);

/**
 * Serves a folder of built files on this machine only, gzipped where that helps.
 * Resolves to `{ url, close }` once it listens; port 0 is any free one, `next` tries the following ports when one is taken;
 * `headers` go with every answer, and so does the content security policy of the folder's page, which workers have only so.
 */
export function serve(folder, { port, next = false, headers = {} }) {
  const policy = policyOf(join(folder, "index.html"));
  const server = createServer((request, response) => {
    if (policy) response.setHeader("content-security-policy", policy);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(folder, request, response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (next && error.code === "EADDRINUSE" && port < 65_535)
        resolve(serve(folder, { port: port + 1, next, headers }));
      else reject(error);
    });
    server.listen(port, HOST, () => {
      const url = `http://${HOST}:${server.address().port}/`;
      resolve({ url, close: () => closed(server) });
    });
  });
}

function answer(folder, request, response) {
  const file = fileOf(folder, request.url ?? "/");
  if (file === null) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    return;
  }
  const extension = extname(file);
  const headers = {
    "content-type": TYPES[extension] ?? "application/octet-stream",
    "cache-control": file.includes(`${sep}assets${sep}`)
      ? "max-age=31536000, immutable"
      : "no-cache",
    vary: "accept-encoding",
  };
  const isPacked =
    PACKED.has(extension) && String(request.headers["accept-encoding"]).includes("gzip");
  response.writeHead(200, isPacked ? { ...headers, "content-encoding": "gzip" } : headers);
  const stream = createReadStream(file);
  // A visitor who leaves early ends the stream; that is no fault of the server's.
  const ended = () => undefined;
  if (isPacked) pipeline(stream, createGzip(), response, ended);
  else pipeline(stream, response, ended);
}

/** The policy that the build has put into a page; null where it has none. */
function policyOf(page) {
  const html = existsSync(page) ? readFileSync(page, "utf8") : "";
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? null;
}

/** The file that an address names, or null when there is none inside the folder. */
function fileOf(folder, address) {
  try {
    const path = decodeURIComponent(address.split(/[?#]/)[0]);
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile()
      ? file
      : null;
  } catch {
    return null;
  }
}

function closed(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}
