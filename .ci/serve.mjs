import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { createGzip } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
const PACKED = new Set([".html", ".js", ".css", ".json", ".svg", ".wasm"]);

/** Serves a folder of built files on loopback, gzipped where that helps; resolves to the address once it listens. */
export function serve(folder, port) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const extension = extname(file);
    const headers = {
      "content-type": TYPES[extension] ?? "application/octet-stream",
      "cache-control": path.includes("/assets/")
        ? "public, max-age=31536000, immutable"
        : "no-cache",
    };
    if (PACKED.has(extension) && String(request.headers["accept-encoding"]).includes("gzip")) {
      response.writeHead(200, { ...headers, "content-encoding": "gzip", vary: "accept-encoding" });
      createReadStream(file).pipe(createGzip()).pipe(response);
    } else {
      response.writeHead(200, headers);
      createReadStream(file).pipe(response);
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) resolve(serve(folder, port + 1));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () =>
      resolve({ url: `http://localhost:${server.address().port}/`, close: () => server.close() }),
    );
  });
}
