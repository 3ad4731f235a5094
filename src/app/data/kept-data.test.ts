import { afterAll, describe, expect, test } from "vitest";
import { packTexts } from "../../core/rows/packed-texts.ts";
import { encodeLink } from "../../share/link/link.ts";
import { eventually } from "../../testing/eventually.ts";
import type { Application } from "../start/start.ts";
import { browserMemory, endWorkers, fileRows, startedPage } from "../testing/started-page.ts";
import { dataKeeper } from "./kept-data.ts";
import type { NewData } from "./new-data.ts";
import { sampleSource } from "./sample-data.ts";

afterAll(endWorkers);

const document = (app: Pick<Application, "stores">) => app.stores.document.getState().document;
const session = (app: Pick<Application, "stores">) => app.stores.session.getState();
const notices = (app: Pick<Application, "stores">) =>
  session(app).notices.map(({ kind, fingerprints }) => [kind, ...(fingerprints ?? [])]);
const answered = (app: Pick<Application, "stores">) =>
  eventually(() => expect(session(app).answer).not.toBeNull());
const kept = (app: Pick<Application, "stores">) =>
  eventually(() => expect(session(app).kept).not.toBeNull());

/** A visit in which a file was opened and one of its targets set. */
async function visited(ids = ["a", "b"], fingerprint = "f1") {
  const memory = browserMemory();
  const app = startedPage("", memory);
  await answered(app);
  await app.open(fileRows(ids, fingerprint));
  await kept(app);
  app.stores.document.getState().setTarget(ids[0], 2.5);
  return { memory, app, link: encodeLink(document(app)) };
}

describe("the last file that was used", () => {
  test("is there after a reload, with its palette, and no other data comes first", async () => {
    const { memory, app, link } = await visited();
    const again = startedPage(`#${link}`, memory);
    const shown = new Set([JSON.stringify(document(again).source)]);
    again.stores.document.subscribe(() => shown.add(JSON.stringify(document(again).source)));
    await answered(again);
    expect(document(again)).toEqual(document(app));
    expect(session(again).data).toMatchObject({ rows: 300, values: [{ id: "a" }, { id: "b" }] });
    expect([...shown]).toEqual([JSON.stringify(document(app).source)]);
    expect(notices(again)).toEqual([]);
  });

  test("opens a visit without a link", async () => {
    const { memory } = await visited();
    const again = startedPage("", memory);
    await answered(again);
    expect(document(again).source).toMatchObject({ kind: "file", fingerprint: "f1" });
  });

  test("stays kept while a sample is looked at, and opens again on request", async () => {
    const { memory } = await visited();
    const source = sampleSource("opt-1.3b", 500);
    const app = startedPage(encodeLink({ ...(await sampleDocument()), source }), memory);
    await answered(app);
    expect(document(app).source).toEqual(source);
    expect(session(app).kept).toEqual({
      name: "mine.csv",
      fingerprint: "f1",
      rows: 300,
      values: 2,
    });
    await app.openKept();
    expect(document(app).source).toMatchObject({ fingerprint: "f1" });
  });

  test("leaves nothing behind when it is forgotten, and a sample takes its place", async () => {
    const { memory, app } = await visited();
    await app.forgetKept();
    expect(memory.parts.held.size).toBe(0);
    expect([...memory.notes.held.keys()]).toEqual([]);
    expect(document(app).source.kind).toBe("sample");
    expect(session(app).kept).toBeNull();
    expect(notices(app)).toEqual([["forgotten"]]);
  });

  test("that cannot be kept is told in one sentence and stays open", async () => {
    const memory = browserMemory();
    const app = startedPage("", {
      ...memory,
      parts: { ...memory.parts, write: async () => "full" },
    });
    await answered(app);
    expect(await app.open(fileRows(["a"], "f1"))).toBe(true);
    await eventually(() => expect(notices(app)).toEqual([["keep-full"]]));
    expect(document(app).source).toMatchObject({ fingerprint: "f1" });
    expect(session(app).kept).toBeNull();
  });

  test("that the browser threw away is told, and a sample is shown", async () => {
    const { memory } = await visited();
    memory.parts.held.clear();
    const app = startedPage("", memory);
    await answered(app);
    expect(notices(app)).toEqual([["keep-gone"]]);
    expect(document(app).source.kind).toBe("sample");
    expect(memory.notes.held.size).toBe(0);
  });

  test("that arrives late does not take the place of what was opened meanwhile", async () => {
    const { memory } = await visited();
    let release: () => void = () => undefined;
    const isSlow = new Promise<void>((resolve) => {
      release = resolve;
    });
    let reads = 0;
    const parts = {
      ...memory.parts,
      async read(names: readonly string[]) {
        await isSlow;
        reads++;
        return memory.parts.read(names);
      },
    };
    const app = startedPage("", { ...memory, parts });
    const source = sampleSource("opt-1.3b", 500);
    expect(await app.open({ rows: source, source, dropped: 0 })).toBe(true);
    release();
    await eventually(() => expect(reads).toBe(2));
    app.stores.document.getState().setTarget("humor", 2.2);
    await eventually(() => expect(session(app).answered?.targets[0]).toBe(2.2));
    expect(document(app).source).toEqual(source);
    expect(session(app).data).toMatchObject({ rows: 500, stamp: 1 });
    expect(app.loading.getState().source).toBeNull();
  });

  test("is not kept where nothing may be kept, and nothing is said of it", async () => {
    const app = startedPage();
    await answered(app);
    await app.open(fileRows(["a"], "f1"));
    expect(notices(app)).toEqual([]);
    expect(session(app).kept).toBeNull();
  });
});

describe("a link made on other data", () => {
  test("with the name of the file that is kept but other numbers says so and is not used", async () => {
    const { memory } = await visited(["a", "b"], "11111111aaaa");
    const { link } = await visited(["a", "b"], "22222222bbbb");
    const app = startedPage(link, memory);
    await answered(app);
    expect(notices(app)).toEqual([["link-other-version", "22222222", "11111111"]]);
    expect(document(app).source.kind).toBe("sample");
  });

  test("waits through a wrong version of its file, which is told, until the right one is opened", async () => {
    const { app: owner, link } = await visited();
    const app = startedPage(link, browserMemory());
    await answered(app);
    expect(notices(app)).toEqual([["link-other-data", "f1", ""]]);
    await app.open(fileRows(["a", "b"], "f2"));
    expect(notices(app)).toContainEqual(["link-other-version", "f1", "f2"]);
    expect(document(app).values.a.target).not.toBe(2.5);
    await app.open(fileRows(["a", "b"], "f1"));
    expect(document(app)).toEqual(document(owner));
  });

  test("opens the file that is kept, also from a page that shows other data", async () => {
    const { memory, app: owner, link } = await visited();
    const app = startedPage(encodeLink(await sampleDocument()), memory);
    await answered(app);
    app.visit(link);
    await eventually(() => expect(document(app)).toEqual(document(owner)));
  });

  test("with values that the file here calls otherwise names them", async () => {
    const { memory } = await visited(["a", "c"], "f1");
    const { link } = await visited(["a", "b"], "f1");
    const app = startedPage(link, memory);
    await answered(app);
    expect(session(app).notices).toMatchObject([{ kind: "values-dropped", detail: "b" }]);
    expect(document(app).values.c.participation).toBe("out");
  });
});

describe("what is written", () => {
  const texts = (word: string, length = 300) =>
    Array.from({ length }, (_, j) => `${word} ${j} ${"x".repeat(9000)}`);

  test("comes back whole: rows, directions, weights, prompts and texts", async () => {
    const plain = fileRows(["a", "b"], "f1");
    if (plain.rows.kind !== "columns") throw new Error("invalid rows");
    const columns = plain.rows.columns.map((c, k) => ({ ...c, lowerIsBetter: k === 1 }));
    const weights = Float64Array.from({ length: 300 }, (_, j) => j);
    const prompts = Int32Array.from({ length: 300 }, (_, j) => j >> 1);
    const data: NewData = {
      ...plain,
      rows: { ...plain.rows, columns, weights, prompts },
      dropped: 7,
      texts: { prompts: packTexts(texts("asked")), responses: packTexts(texts("answered")) },
    };
    const { parts, notes } = browserMemory();
    const keeper = dataKeeper(parts, notes);
    expect(await keeper.keep(data)).toBeNull();
    expect(parts.held.size).toBeGreaterThan(8);
    const { texts: found, ...rest } = (await keeper.find("f1")) as NewData;
    const { texts: written, ...others } = data;
    expect(rest).toEqual(others);
    for (const kind of ["prompts", "responses"] as const)
      for (const part of ["bytes", "ends"] as const)
        expect(sameBytes(found?.[kind]?.[part], written?.[kind]?.[part])).toBe(true);
    expect(await keeper.find("f2")).toBeNull();
  });

  test.each<[string, string, unknown]>([
    ["a column of words", "column 1", ["1", "2"]],
    ["a column of the wrong kind of numbers", "column 1", new Int32Array(300)],
    ["weights that are missing", "weights 0", undefined],
    ["prompts of the wrong kind", "prompts 0", new Float64Array(300)],
    ["ends that are no list", "responseEnds 0", { length: 300 }],
    ["ends that go back", "responseEnds 0", Float64Array.from({ length: 300 }, (_, j) => 300 - j)],
    [
      "ends beyond the bytes",
      "responseEnds 0",
      Float64Array.from({ length: 300 }, (_, j) => j + 1),
    ],
    ["bytes that are words", "responseBytes 0", "hello"],
  ])("counts for nothing with %s", async (_, name, part) => {
    const plain = fileRows(["a", "b"], "f1");
    const data: NewData = {
      ...plain,
      rows: {
        ...plain.rows,
        weights: new Float64Array(300).fill(1),
        prompts: new Int32Array(300),
      } as NewData["rows"],
      texts: { prompts: null, responses: packTexts(texts("", 300).map((_, j) => `t${j}`)) },
    };
    const { parts, notes } = browserMemory();
    const keeper = dataKeeper(parts, notes);
    await keeper.keep(data);
    expect(await keeper.find("f1")).toMatchObject({ dropped: 0, source: data.source });
    expect(parts.held.has(name)).toBe(true);
    parts.held.set(name, part);
    expect(await keeper.find("f1")).toBeNull();
  });

  test("counts for nothing when a part is missing or cut short", async () => {
    const { parts, notes } = browserMemory();
    const keeper = dataKeeper(parts, notes);
    await keeper.keep(fileRows(["a", "b"], "f1"));
    parts.held.set("column 1", new Float64Array(3));
    expect(await keeper.find("f1")).toBeNull();
    parts.held.delete("column 1");
    expect(await keeper.find("f1")).toBeNull();
    parts.held.set("facts", { version: 2 });
    expect(await keeper.find("f1")).toBeNull();
  });

  test("is not kept without a note of it, for then it could not be forgotten", async () => {
    const { parts, notes } = browserMemory();
    const setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    expect(await dataKeeper(parts, { ...notes, setItem }).keep(fileRows(["a"], "f1"))).toBe("full");
    expect(parts.held.size).toBe(0);
  });

  test("gives no note to a file that was forgotten meanwhile", async () => {
    const { parts, notes } = browserMemory();
    const keeper = dataKeeper(parts, notes);
    const writing = keeper.keep(fileRows(["a"], "f1"));
    await keeper.forget();
    await writing;
    expect(keeper.known()).toBeNull();
  });
});

/** Millions of bytes, which the runner would compare and print one by one. */
function sameBytes(a?: ArrayBufferView, b?: ArrayBufferView): boolean {
  const bytes = (view: ArrayBufferView) =>
    Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return a !== undefined && b !== undefined && bytes(a).equals(bytes(b));
}

async function sampleDocument() {
  const app = startedPage();
  await answered(app);
  return document(app);
}
