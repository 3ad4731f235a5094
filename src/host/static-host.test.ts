import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { get, type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packFolder } from "./packed-files.ts";
import { type StaticHost, staticHost } from "./static-host.ts";

const POLICY = "default-src 'none'; script-src 'self'";
const PAGE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}" />`;
const SCRIPT = `const words = ["${"word ".repeat(400)}"];`;
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "index.html": PAGE,
  "app.webmanifest": "{}",
  "notes.txt": "Grüße",
  "two words.txt": "both",
  "picture.png": Uint8Array.from({ length: 100 }, (_, i) => i),
  "assets/app-1a2b.js": SCRIPT,
  "assets/kernel-3c4d.wasm": new Uint8Array(20),
  "inner/index.html": "inner",
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let folder: string;
let host: StaticHost;

beforeAll(async () => {
  const above = mkdtempSync(join(tmpdir(), "static-host-"));
  writeFileSync(join(above, "secret.txt"), "secret");
  mkdirSync(join(above, "served-too"));
  writeFileSync(join(above, "served-too/secret.txt"), "secret");
  folder = join(above, "served");
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  packFolder(folder);
  symlinkSync("../secret.txt", join(folder, "link.txt"));
  symlinkSync("..", join(folder, "up"));
  symlinkSync("notes.txt", join(folder, "same.txt"));
  host = await staticHost(folder, { port: 0, headers: { "x-asked-for": "yes" } });
});

afterAll(async () => {
  await host.close();
  rmSync(join(folder, ".."), { recursive: true });
});

/** Asks with the path exactly as it is given; a browser's client would tidy it. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { hostname, port } = new URL(host.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("a served folder", () => {
  test.each([
    ["/", "text/html;charset=utf-8"],
    ["/inner/", "text/html;charset=utf-8"],
    ["/assets/app-1a2b.js", "text/javascript;charset=utf-8"],
    ["/assets/kernel-3c4d.wasm", "application/wasm"],
    ["/app.webmanifest", "application/manifest+json"],
    ["/notes.txt", "text/plain;charset=utf-8"],
    ["/picture.png", "image/png"],
  ])("%s has its type", async (path, type) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, type]);
    const name = path.endsWith("/") ? `${path}index.html` : path;
    expect(answer.body.equals(Buffer.from(FILES[name.slice(1)]))).toBe(true);
  });

  test("every reply has the policy of the page and the headers that were asked for", async () => {
    for (const path of ["/", "/assets/app-1a2b.js", "/picture.png", "/nothing"]) {
      const { headers } = await ask(path);
      expect(headers["content-security-policy"]).toBe(POLICY);
      expect(headers["x-asked-for"]).toBe("yes");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
    }
  });

  test("names that change with their content are kept, others are asked for again", async () => {
    const { headers } = await ask("/assets/app-1a2b.js");
    expect(headers["cache-control"]).toBe("max-age=31536000, immutable");
    const page = await ask("/");
    expect(page.headers["cache-control"]).toBe("no-cache");
    const again = await ask("/", { "if-none-match": String(page.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test("packed files go to those who take them, under the type of what is in them", async () => {
    const { headers, body } = await ask("/assets/app-1a2b.js", { "accept-encoding": "gzip, br" });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers["content-type"]).toBe("text/javascript;charset=utf-8");
    expect(headers.vary).toBe("Accept-Encoding");
    expect(body.length).toBeLessThan(SCRIPT.length / 4);
    expect(gunzipSync(body).toString()).toBe(SCRIPT);
    const plain = await ask("/assets/app-1a2b.js");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const picture = await ask("/picture.png", { "accept-encoding": "gzip" });
    expect(picture.headers["content-encoding"]).toBeUndefined();
  });

  test("HEAD has the headers and no content, a range its part", async () => {
    const head = await ask("/picture.png", {}, "HEAD");
    expect([head.status, head.headers["content-length"], head.body.length]).toEqual([
      200,
      "100",
      0,
    ]);
    const part = await ask("/picture.png", { range: "bytes=10-19" });
    expect([part.status, part.headers["content-range"]]).toEqual([206, "bytes 10-19/100"]);
    expect([...part.body]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect((await ask("/picture.png", { range: "bytes=100-" })).status).toBe(416);
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s is not allowed", async (method) => {
    const { status, headers, body } = await ask("/notes.txt", {}, method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    expect(body.toString()).toBe("Method not allowed");
  });

  test("an address may come whole, as through a proxy", async () => {
    expect((await ask(`${host.url}notes.txt`)).body.toString()).toBe("Grüße");
    expect((await ask(host.url.replace(/\/$/, ""))).body.toString()).toBe(PAGE);
    expect((await ask(`${host.url}../secret.txt`)).status).toBe(404);
  });

  test("spaces in names and what follows a question mark are understood", async () => {
    expect((await ask("/two%20words.txt")).body.toString()).toBe("both");
    expect((await ask("/notes.txt?locale=de")).body.toString()).toBe("Grüße");
    expect((await ask("/?embed&data=../x")).status).toBe(200);
  });

  test.each([
    "/nothing.txt",
    "/assets/",
    "/assets",
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/assets/../../secret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/../served-too/secret.txt",
    "//secret.txt",
    "/%00",
    "/notes.txt%00.png",
    "/%e0%a4%a",
    "/link.txt",
    "/up/secret.txt",
    "/up/served-too/secret.txt",
  ])("%s is not found", async (path) => {
    const answer = await ask(path);
    expect([answer.status, answer.body.toString()]).toEqual([404, "Not found"]);
  });

  test("a link to a file inside is followed", async () => {
    expect((await ask("/same.txt")).body.toString()).toBe("Grüße");
  });

  test("a file that is built later is served", async () => {
    expect((await ask("/late.txt")).status).toBe(404);
    writeFileSync(join(folder, "late.txt"), "late");
    expect((await ask("/late.txt")).body.toString()).toBe("late");
  });

  test("a visitor who leaves early takes nothing with him", async () => {
    await new Promise<void>((resolve) => {
      const early = get(host.url, () => {
        early.destroy();
        resolve();
      });
    });
    expect((await ask("/")).status).toBe(200);
  });
});

describe("a port", () => {
  test("is this machine's alone", async () => {
    expect(new URL(host.url).hostname).toBe("127.0.0.1");
    const { port } = new URL(host.url);
    const others = Object.values(networkInterfaces())
      .flatMap((found) => found ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address }) => address);
    for (const address of ["::1", "127.0.0.2", ...others])
      expect(await connects(address, Number(port)), address).toBe(false);
    expect(await connects("127.0.0.1", Number(port))).toBe(true);
  });

  test("that is taken is refused, or the next free one is taken", async () => {
    const port = Number(new URL(host.url).port);
    await expect(staticHost(folder, { port })).rejects.toThrow("EADDRINUSE");
    const other = await staticHost(folder, { port, next: true });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
  });

  test("is free again after the end, with a visitor still connected", async () => {
    const other = await staticHost(folder, { port: 0 });
    const port = Number(new URL(other.url).port);
    const visitor = connect(port, "127.0.0.1");
    await new Promise((resolve) => visitor.once("connect", resolve));
    visitor.on("error", () => undefined);
    await other.close();
    visitor.destroy();
    expect(await connects("127.0.0.1", port)).toBe(false);
  });
});

function connects(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
