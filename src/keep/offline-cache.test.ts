import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { offlineCache } from "./offline-cache.ts";

const SCOPE = "https://values.example/app/";
const PAGE = '<script src="./assets/index-1.js"></script>';
const CONTENTS: Readonly<Record<string, string>> = {
  "index.html": PAGE,
  "assets/index-1.js": "first script",
  "assets/first-1.css": "first style",
  "assets/models-1.wasm": "models",
};
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const BUILT = {
  files: Object.fromEntries(Object.entries(CONTENTS).map(([name, text]) => [name, hash(text)])),
  first: ["index.html", "assets/index-1.js", "assets/first-1.css"],
  build: "b1",
};
const OWN = `value-palette ${SCOPE} b1`;

const typeOf = (file: string) =>
  file.endsWith(".js") ? "text/javascript" : file.endsWith(".css") ? "text/css" : "text/html";
const replyOf = (file: string, text: string) =>
  new Response(text, { headers: { "content-type": typeOf(file) } });

/** Caches as a browser has them, and a host: what it sends under each name, and whether it answers at all. */
function surroundings() {
  const held = new Map<string, Map<string, Response>>();
  const host = {
    state: "there" as "there" | "silent" | "away",
    files: { ...CONTENTS } as Record<string, string | Response>,
    asked: [] as string[],
    /** What the browser itself holds the page under. */
    poisoned: "",
  };
  const fetch = async (request: Request): Promise<Response> => {
    const file = request.url.slice(SCOPE.length).split(/[?#]/)[0] || "index.html";
    host.asked.push(request.cache === "reload" ? `${file} anew` : file);
    if (host.state === "away") throw new TypeError("Failed to fetch");
    if (host.state === "silent") return new Promise(() => undefined);
    if (file === host.poisoned && request.cache !== "reload") return replyOf("index.html", PAGE);
    const content = host.files[file];
    if (content instanceof Response) return content.clone();
    return content === undefined
      ? new Response("Not found", { status: 404 })
      : replyOf(file, content);
  };
  const open = async (name: string) => {
    const kept = held.get(name) ?? new Map<string, Response>();
    held.set(name, kept);
    return {
      match: async (address: string) => kept.get(address)?.clone(),
      put: async (address: string, response: Response) => void kept.set(address, response),
      delete: async (address: string) => kept.delete(address),
    } as unknown as Cache;
  };
  const caches = {
    open,
    keys: async () => [...held.keys()],
    delete: async (name: string) => held.delete(name),
  };
  const start = () => offlineCache(BUILT, { scope: SCOPE, caches, fetch });
  return { held, host, cache: start(), start };
}

async function answered(reply: Promise<Response> | null): Promise<string> {
  if (!reply) return "none of ours";
  const response = await reply;
  return response.ok ? response.text() : String(response.status);
}

const at = (path: string, init?: RequestInit) => new Request(SCOPE + path, init);

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout"] }));
afterEach(() => void vi.useRealTimers());

describe("the application's files", () => {
  test("come from the cache where their names tell their content, without a network too", async () => {
    const { cache, host } = surroundings();
    await cache.keep();
    host.state = "away";
    expect(await answered(cache.answer(at("assets/index-1.js")))).toBe("first script");
    expect(await answered(cache.answer(at("?embed#p=2.abc")))).toBe(PAGE);
    expect(await answered(cache.answer(at("index.html")))).toBe(PAGE);
  });

  test("of other names come from the network while it answers, so that a new version is seen at once", async () => {
    const { cache, host } = surroundings();
    await cache.keep();
    host.files["index.html"] = "a new page";
    expect(await answered(cache.answer(at("")))).toBe("a new page");
  });

  test("are those that were kept where the network is too slow", async () => {
    const { cache, host } = surroundings();
    await cache.keep();
    host.state = "silent";
    const reply = answered(cache.answer(at("")));
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await reply).toBe(PAGE);
  });

  test("that few need are kept once they are used", async () => {
    const { cache, host } = surroundings();
    await cache.keep();
    expect(await answered(cache.answer(at("assets/models-1.wasm")))).toBe("models");
    host.state = "away";
    expect(await answered(cache.answer(at("assets/models-1.wasm")))).toBe("models");
  });
});

describe("a host where a new version is half there", () => {
  test("gives nothing to keep that is not what was built, and its cache mends itself later", async () => {
    const { cache, host, start } = surroundings();
    host.files["assets/index-1.js"] = replyOf("index.html", PAGE);
    await expect(cache.keep()).rejects.toThrow("assets/index-1.js");
    expect(await answered(cache.answer(at("assets/index-1.js")))).toBe("404");
    host.files["assets/index-1.js"] = CONTENTS["assets/index-1.js"];
    await start().keep();
    host.state = "away";
    expect(await answered(start().answer(at("assets/index-1.js")))).toBe("first script");
  });

  test("and what is in the browser's own store under a name is asked for anew", async () => {
    const { cache, host } = surroundings();
    host.poisoned = "assets/index-1.js";
    await cache.keep();
    expect(host.asked).toContain("assets/index-1.js anew");
    expect(await answered(cache.answer(at("assets/index-1.js")))).toBe("first script");
  });

  test("leaves a kept file that is not what was built replaced", async () => {
    const { cache, held, start } = surroundings();
    await cache.keep();
    held.get(OWN)?.set(`${SCOPE}assets/index-1.js`, replyOf("x.js", "something else"));
    expect(await answered(start().answer(at("assets/index-1.js")))).toBe("first script");
    expect(await held.get(OWN)?.get(`${SCOPE}assets/index-1.js`)?.text()).toBe("first script");
  });

  test("opens the kept page until scripts and styles of the new one are there", async () => {
    const { cache, host } = surroundings();
    await cache.keep();
    const page = '<script src="./assets/index-2.js"></script><link href="./assets/first-2.css">';
    host.files["index.html"] = page;
    host.files["assets/index-2.js"] = "second script";
    expect(await answered(cache.answer(at("")))).toBe(PAGE);
    host.files["assets/first-2.css"] = replyOf("index.html", page);
    expect(await answered(cache.answer(at("")))).toBe(PAGE);
    host.files["assets/first-2.css"] = "second style";
    expect(await answered(cache.answer(at("")))).toBe(page);
  });

  test.each([404, 503])("opens the kept page while it says %s to everything", async (status) => {
    const { cache, host } = surroundings();
    await cache.keep();
    host.files["index.html"] = new Response("Gone fishing", { status });
    expect(await answered(cache.answer(at("")))).toBe(PAGE);
  });
});

test("everything else goes its usual way", () => {
  const { cache } = surroundings();
  expect(cache.answer(at("rewards.csv"))).toBeNull();
  expect(cache.answer(at("index.html", { method: "POST" }))).toBeNull();
  expect(cache.answer(new Request("https://values.example/other/index.html"))).toBeNull();
});

test("pages of the last build find their parts; builds before it are forgotten, neighbours are not", async () => {
  const { cache, held } = surroundings();
  const neighbours = ["value-palette https://values.example/ b0", "x"];
  for (const name of [`value-palette ${SCOPE} older`, `value-palette ${SCOPE} old`, ...neighbours])
    held.set(name, new Map());
  held
    .get(`value-palette ${SCOPE} old`)
    ?.set(`${SCOPE}assets/help-0.js`, replyOf("help.js", "old help"));
  await cache.keep();
  await cache.forgetOlder();
  expect(new Set(held.keys())).toEqual(new Set([OWN, `value-palette ${SCOPE} old`, ...neighbours]));
  expect(await answered(cache.answer(at("assets/help-0.js")))).toBe("old help");
});

test("nothing is forgotten while this build is not whole", async () => {
  const { cache, held, host } = surroundings();
  const names = [`value-palette ${SCOPE} older`, `value-palette ${SCOPE} old`];
  for (const name of names) held.set(name, new Map());
  delete host.files["assets/first-1.css"];
  await expect(cache.keep()).rejects.toThrow();
  host.state = "away";
  await cache.forgetOlder();
  for (const name of names) expect(held.has(name)).toBe(true);
});
