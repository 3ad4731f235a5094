import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** What the files of a room may import: other rooms, rooms or files of which only types, and packages. */
interface Arrows {
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
  readonly packages: RegExp;
}

const NONE = /^$/;
const ANY = /./;
const REACT = /^react(-dom)?(\/|$)/;
const PURE = ["core", "moral", "rewards", "ingest"];
const PAGE = [
  ...PURE,
  "timing",
  "net",
  "keep",
  "engine",
  "share",
  "state",
  "plots",
  "ui",
  "panels",
];
const ARROWS: Readonly<Record<string, Arrows>> = {
  core: { rooms: [], packages: NONE },
  moral: { rooms: ["core"], packages: NONE },
  rewards: { rooms: ["core"], packages: /^(valibot|cuss|syllable|vader-sentiment)$/ },
  ingest: {
    rooms: ["core"],
    packages:
      /^(@uwdata\/flechette|fflate|hyparquet(-compressors|\/src\/column\.js)?|json5|npyjs|read-excel-file\/universal)$/,
  },
  net: { rooms: ["core", "moral"], packages: NONE },
  keep: { rooms: ["core"], packages: /^idb-keyval$/ },
  engine: {
    rooms: [...PURE, "net", "keep"],
    packages: /^(comlink|@huggingface\/transformers|onnxruntime-web\/)/,
  },
  share: { rooms: ["core"], packages: /^(valibot|fflate|hyparquet-writer)$/ },
  embed: { rooms: ["share"], packages: NONE },
  state: { rooms: ["core", "share"], types: [...PURE, "net", "ui"], packages: /^(zustand|zundo)/ },
  plots: { rooms: ["core", "ui"], packages: /^(react|d3)/ },
  ui: { rooms: [], packages: REACT },
  panels: {
    rooms: ["state", "plots", "ui", "share", "core"],
    // What the page can ask of each worker is written down there, and nothing else.
    types: [...PURE, "net", "src/engine/contract.ts", "src/engine/text-model-contract.ts"],
    packages: /^(react|zustand)/,
  },
  app: {
    rooms: [...PAGE, "embed"],
    packages: /^(react|zustand|valibot|fflate|uqr|@fontsource-variable\/)/,
  },
  cli: { rooms: [...PURE, "share", "ui"], packages: /^node:/ },
  build: { rooms: [], types: ["ui"], packages: /^(node:|vite$|temml$)/ },
  host: { rooms: [], packages: /^(node:|sirv$|vite$)/ },
  workers: { rooms: [...PURE, "engine", "keep"], packages: /^comlink$/ },
  e2e: { rooms: ["host"], packages: ANY },
  "e2e/bench": {
    rooms: [...PURE, "e2e", "engine", "panels", "plots", "share", "ui", "workers"],
    packages: ANY,
  },
};
/** What the parts of a room share. */
const isKit = (file: string) => /\/kit\/[^/]+$/.test(file);
const MOST_FILES = 20;
const ONLY_IN: Readonly<Record<string, { uses: RegExp; rooms: readonly string[] }>> = {
  comlink: { uses: /"comlink"/, rooms: ["engine", "workers"] },
  // The page makes the workers, because Vite needs their address literally, and hands them to the engine.
  Worker: {
    uses: /new (Shared)?Worker\((?!\\)/,
    rooms: ["engine", "workers", "main.tsx", "e2e/bench", "src/build/inline-workers.ts"],
  },
  // Every request of the app passes one gate, which knows whom the user meant to ask.
  network: {
    uses: /(?<![.\w])fetch\(|(globalThis|window|self)\.fetch\b|XMLHttpRequest|WebSocket|EventSource|sendBeacon/,
    // The offline worker passes on what the browser asks for the page's own files.
    rooms: ["src/net/gate.ts", "workers/offline.worker.ts", "e2e", "e2e/bench"],
  },
};

const tree = ["src", "workers", "e2e"].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|css)$/.test(file))
    .map((file) => join(top, file).split(sep).join("/")),
);
const textOf = (file: string) => readFileSync(join(ROOT, file), "utf8");
const sources = tree.filter((file) => !/\.css$|\.(test|spec)\.tsx?$|\/testing\//.test(file));

function roomOf(file: string): string {
  const [top, inner] = file.split("/");
  if (top === "e2e" && inner === "bench") return "e2e/bench";
  return top === "src" ? inner : top;
}

function importsOf(file: string) {
  const statements =
    /^(?:import|export)\s(?:([^;"]*?)\sfrom\s*)?"([^"]+)"|import\s*\(\s*"([^"]+)"|new URL\(\s*"(\.[^"]+)"/gm;
  return [...textOf(file).matchAll(statements)].map(([, names = "", ...addresses]) => {
    const address = addresses.find((found) => found !== undefined) as string;
    const isLocal = address.startsWith(".");
    return {
      address: isLocal ? relative(ROOT, resolve(ROOT, dirname(file), address)) : address,
      isLocal,
      isType: /^type\s|^\{(\s*type\s[^,]+,?)+\s*\}$/.test(names.trim()),
    };
  });
}

describe("the house", () => {
  test("reads imports of every form", () => {
    const addresses = importsOf("src/layers.test.ts").map((found) => found.address);
    expect(addresses).toEqual(["node:fs", "node:path", "vitest"]);
    expect(sources).toContain("src/main.tsx");
  });

  test("every room has its arrows", () => {
    const rooms = sources.map(roomOf).filter((room) => !room.includes("."));
    expect([...new Set(rooms)].filter((room) => !ARROWS[room])).toEqual([]);
  });

  test.each(Object.entries(ARROWS))("%s imports only what it may", (room, arrows) => {
    const crossing = sources
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter(({ address, isLocal, isType }) => {
            if (!isLocal) return !isType && !arrows.packages.test(address);
            const target = roomOf(address);
            if (target === room || arrows.rooms.includes(target)) return false;
            return !(isType && [target, address].some((one) => arrows.types?.includes(one)));
          })
          .map(({ address }) => `${file} → ${address}`),
      );
    expect(crossing).toEqual([]);
  });

  test.each(["src/panels/", "src/panels/moral/"])(
    "the rooms of %s do not import one another",
    (room) => {
      const partOf = (file: string) => /^([^/]+)\//.exec(file.slice(room.length))?.[1];
      const crossing = sources
        .filter((file) => file.startsWith(room) && partOf(file) !== undefined)
        .flatMap((file) =>
          importsOf(file)
            .filter(({ address }) => address.startsWith(room) && !isKit(address))
            .filter(({ address }) => partOf(address) !== partOf(file))
            .map(({ address }) => `${file} → ${address}`),
        );
      expect(crossing).toEqual([]);
    },
  );

  test("a folder shows what it holds: twenty files at most, tests and style sheets aside", () => {
    const counts = new Map<string, number>();
    for (const file of sources) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
  });

  test.each(Object.entries(ONLY_IN))("%s stays in its rooms", (_, { uses, rooms }) => {
    const users = sources.filter((file) => uses.test(textOf(file)));
    expect(users).not.toEqual([]);
    const isAtHome = (file: string) => rooms.includes(roomOf(file)) || rooms.includes(file);
    expect(users.filter((file) => !isAtHome(file))).toEqual([]);
  });

  test("no text becomes markup or code", () => {
    const raw =
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc|createContextualFragment|DOMParser|new Function\(|\beval\(/;
    const pages = sources.filter((file) => !file.startsWith("e2e/"));
    expect(raw.test("element.innerHTML = text")).toBe(true);
    expect(pages.filter((file) => raw.test(textOf(file)))).toEqual([]);
  });

  test("files are short, entries of workers shorter", () => {
    const most = (file: string) => (/^workers\/[^/]+$/.test(file) ? 40 : 300);
    const linesOf = (file: string) => textOf(file).trimEnd().split("\n").length;
    expect(tree.filter((file) => linesOf(file) > most(file))).toEqual([]);
  });

  test("tests of parts ask no clock, wait for states and say nothing", () => {
    const timed =
      /performance\.now|Date\.now|setTimeout\(|setInterval\(|Math\.random|console\.|expect\.poll|vi\.waitFor|\.timeout\(/;
    const tests = tree.filter((file) => /^src\b.*(\.test\.tsx?$|\/testing\/)/.test(file));
    const users = tests.filter((file) => timed.test(textOf(file)));
    expect(users).toEqual(["src/testing/eventually.ts"]);
  });

  test("every export says what it is", () => {
    const bare =
      /(?<!\*\/\n)^export (?:async |abstract )?(?:function|const|class|interface|type) (\w+)/gm;
    const silent = sources.flatMap((file) =>
      [...textOf(file).matchAll(bare)].map(([, name]) => `${file}: ${name}`),
    );
    expect(silent).toEqual([]);
  });
});
