import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { offlineCache } from "./offline-cache.ts";

const SCOPE = "https://values.example/app/";
const BUILT = {
  files: ["index.html", "assets/index-1.js", "assets/models-1.wasm"],
  first: ["index.html", "assets/index-1.js"],
  build: "b1",
};

/** Caches as a browser has them, and a network that answers, is silent or is away. */
function surroundings() {
  const held = new Map<string, Map<string, string>>();
  const network = { state: "there" as "there" | "silent" | "away", asked: [] as string[] };
  const fetch = async (request: Request): Promise<Response> => {
    network.asked.push(request.url);
    if (network.state === "away") throw new TypeError("Failed to fetch");
    if (network.state === "silent") return new Promise(() => undefined);
    return new Response("from the network");
  };
  const open = async (name: string) => {
    const kept = held.get(name) ?? new Map<string, string>();
    held.set(name, kept);
    return {
      match: async (address: string) =>
        kept.has(address) ? new Response(kept.get(address)) : undefined,
      put: async (address: string, response: Response) =>
        void kept.set(address, await response.text()),
      addAll: async (requests: Request[]) => {
        for (const request of requests) kept.set(request.url, `kept, ${request.cache}`);
      },
    } as unknown as Cache;
  };
  const caches = {
    open,
    keys: async () => [...held.keys()],
    delete: async (name: string) => held.delete(name),
  };
  return { held, network, cache: offlineCache(BUILT, { scope: SCOPE, caches, fetch }) };
}

async function answered(reply: Promise<Response> | null): Promise<string> {
  return reply ? (await reply).text() : "none of ours";
}

const at = (path: string, init?: RequestInit) => new Request(SCOPE + path, init);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the application's files", () => {
  test("come from the cache where their names tell their content, without a network too", async () => {
    const { cache, network } = surroundings();
    await cache.keep();
    network.state = "away";
    expect(await answered(cache.answer(at("assets/index-1.js")))).toBe("kept, default");
    expect(await answered(cache.answer(at("?embed#p=2.abc")))).toBe("kept, reload");
    expect(await answered(cache.answer(at("index.html")))).toBe("kept, reload");
  });

  test("of other names come from the network while it answers, so that a new version is seen at once", async () => {
    const { cache, network } = surroundings();
    await cache.keep();
    expect(await answered(cache.answer(at("")))).toBe("from the network");
    expect(network.asked).toEqual([SCOPE]);
  });

  test("are those that were kept where the network is too slow", async () => {
    const { cache, network } = surroundings();
    await cache.keep();
    network.state = "silent";
    const reply = answered(cache.answer(at("")));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await reply).toBe("kept, reload");
  });

  test("that few need are kept once they are used", async () => {
    const { cache, network } = surroundings();
    await cache.keep();
    expect(await answered(cache.answer(at("assets/models-1.wasm")))).toBe("from the network");
    network.state = "away";
    expect(await answered(cache.answer(at("assets/models-1.wasm")))).toBe("from the network");
    expect(network.asked.length).toBe(1);
  });
});

test("everything else goes its usual way", () => {
  const { cache } = surroundings();
  for (const other of ["rewards.csv", "assets/gone-2.js"])
    expect(cache.answer(at(other))).toBeNull();
  expect(cache.answer(at("index.html", { method: "POST" }))).toBeNull();
  expect(cache.answer(new Request("https://values.example/other/index.html"))).toBeNull();
});

test("older builds of this application are forgotten, neighbours are not", async () => {
  const { cache, held } = surroundings();
  for (const name of [`value-palette ${SCOPE} b0`, "value-palette https://values.example/ b0", "x"])
    held.set(name, new Map());
  await cache.keep();
  await cache.forgetOlder();
  expect(new Set(held.keys())).toEqual(
    new Set([`value-palette ${SCOPE} b1`, "value-palette https://values.example/ b0", "x"]),
  );
});
