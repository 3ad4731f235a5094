import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test, vi } from "vitest";
import { type FetchOptions, type FetchProgress, fetchFile } from "./fetch-file.ts";
import { openGate } from "./gate.ts";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Fetches what a server of this test answers. */
async function fetched(answer: RequestListener, options: Partial<FetchOptions> = {}) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const gate = openGate("http://palette.example/", { isOnline: () => true });
  const { port } = server.address() as AddressInfo;
  const read = gate.admit(`http://127.0.0.1:${port}/data/my%20answers.csv?v=1`);
  if (!read.ok) throw new Error("invalid address");
  const { signal } = new AbortController();
  return fetchFile(gate, read.url, { signal, onProgress: () => undefined, ...options });
}

const CSV = "humor,cost\n1,2\n3,4\n";

describe("a file from an address", () => {
  test("arrives as if it had been dropped, with its progress told", async () => {
    let finish = (): void => undefined;
    const onProgress = vi.fn(() => finish());
    const result = await fetched(
      (_, response) => {
        response.writeHead(200, { "content-length": CSV.length }).write(CSV.slice(0, 5));
        finish = () => void response.end(CSV.slice(5));
      },
      { onProgress },
    );
    if (!result.ok) throw new Error(result.reason);
    expect(result.file.name).toBe("my answers.csv");
    expect(await result.file.text()).toBe(CSV);
    expect(onProgress).toHaveBeenCalledWith({ bytes: 5, total: CSV.length });
  });

  test("that is packed for the way has no share to tell", async () => {
    let finish = (): void => undefined;
    const onProgress = vi.fn(({ bytes }: FetchProgress) => bytes > 0 && finish());
    const text = CSV.repeat(1000);
    const packed = gzipSync(text);
    const result = await fetched(
      (_, response) => {
        const headers = { "content-encoding": "gzip", "content-length": packed.length };
        response.writeHead(200, headers).write(packed.subarray(0, packed.length - 4));
        finish = () => void response.end(packed.subarray(packed.length - 4));
      },
      { onProgress },
    );
    expect(result.ok && result.file.size).toBe(text.length);
    expect(onProgress.mock.lastCall?.[0].total).toBeNull();
  });

  test("of more than sixteen megabytes comes whole", async () => {
    const bytes = Buffer.alloc(40_000_000, "0123456789");
    const result = await fetched((_, response) => response.end(bytes));
    if (!result.ok) throw new Error(result.reason);
    expect(Buffer.compare(Buffer.from(await result.file.arrayBuffer()), bytes)).toBe(0);
  });

  test.each<[string, RequestListener, Partial<FetchOptions>, object]>([
    ["is not there", (_, r) => r.writeHead(404).end("no"), {}, { reason: "status", status: 404 }],
    [
      "is a page",
      (_, r) => r.setHeader("content-type", "text/html; charset=utf-8").end("<html>"),
      {},
      { reason: "web-page" },
    ],
    [
      "lies elsewhere",
      (_, r) => r.writeHead(302, { location: "http://127.0.0.1:9/x" }).end(),
      {},
      { reason: "redirected" },
    ],
    [
      "announces too much",
      (_, r) => r.writeHead(200, { "content-length": 999 }).write("a"),
      { most: 10 },
      { reason: "too-large", bytes: 999 },
    ],
    [
      "turns out too large",
      (_, r) => r.end("0123456789ab"),
      { most: 10 },
      { reason: "too-large", bytes: 12 },
    ],
    [
      "breaks off",
      (_, r) => r.writeHead(200, { "content-length": 999 }).write("abc", () => r.destroy()),
      {},
      { reason: "interrupted", bytes: 3 },
    ],
    ["never answers", (_, r) => void r.destroy(), {}, { reason: "unreachable" }],
  ])("that %s is told as such", async (_, answer, options, expected) => {
    expect(await fetched(answer, options)).toEqual({ ok: false, ...expected });
  });

  test("is left at once when it is cancelled on the way", async () => {
    const cancel = new AbortController();
    const result = await fetched((_, response) => void response.write(CSV), {
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    });
    expect(result).toEqual({ ok: false, reason: "cancelled" });
  });
});
