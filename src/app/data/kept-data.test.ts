import { afterAll, describe, expect, test } from "vitest";
import { encodeLink } from "../../share/link/link.ts";
import { eventually } from "../../testing/eventually.ts";
import type { Application } from "../start/start.ts";
import { browserMemory, endWorkers, fileRows, startedPage } from "../testing/started-page.ts";
import { sampleSource } from "./sample-data.ts";

afterAll(endWorkers);

const document = (app: Pick<Application, "stores">) => app.stores.document.getState().document;
const session = (app: Pick<Application, "stores">) => app.stores.session.getState();
const notices = (app: Pick<Application, "stores">) =>
  session(app).notices.map(({ kind, fingerprints }) => [kind, ...(fingerprints ?? [])]);
const answered = (app: Pick<Application, "stores">) =>
  eventually(() => expect(session(app).answer).not.toBeNull());
const kept = (app: Pick<Application, "stores">) =>
  eventually(() => expect(session(app).kept).not.toEqual([]));

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
    const [file, ...others] = session(app).kept;
    expect(file).toMatchObject({ name: "mine.csv", fingerprint: "f1", rows: 300, values: 2 });
    expect(others).toEqual([]);
    await app.openKept(file);
    expect(document(app).source).toMatchObject({ fingerprint: "f1" });
  });

  test("leaves nothing behind when it is forgotten, and a sample takes its place", async () => {
    const { memory, app } = await visited();
    await app.forgetKept(session(app).kept[0]);
    expect(memory.places[0].held.size).toBe(0);
    expect([...memory.notes.held.keys()]).toEqual([]);
    expect(document(app).source.kind).toBe("sample");
    expect(session(app).kept).toEqual([]);
    expect(notices(app)).toEqual([["forgotten"]]);
  });

  test("that cannot be kept is told in one sentence and stays open", async () => {
    const memory = browserMemory();
    const app = startedPage("", {
      ...memory,
      places: [{ ...memory.places[0], write: async () => "full" }],
    });
    await answered(app);
    expect(await app.open(fileRows(["a"], "f1"))).toBe(true);
    await eventually(() => expect(notices(app)).toEqual([["keep-full"]]));
    expect(document(app).source).toMatchObject({ fingerprint: "f1" });
    expect(session(app).kept).toEqual([]);
  });

  test("that the browser threw away is told, and a sample is shown", async () => {
    const { memory } = await visited();
    memory.places[0].held.clear();
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
    const [place] = memory.places;
    const slow = {
      ...place,
      async read(names: readonly string[]) {
        await isSlow;
        reads++;
        return place.read(names);
      },
    };
    const app = startedPage("", { ...memory, places: [slow] });
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
    expect(session(app).kept).toEqual([]);
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

describe("an address", () => {
  test("is not overwritten by the sample that stands in for a file, until that is changed", async () => {
    const { link } = await visited();
    const app = startedPage(link, browserMemory());
    await answered(app);
    app.stores.session.setState({ panel: "trust" });
    expect(app.bar.hash).toBe(link);
    app.stores.document.getState().setTarget("humor", 1.5);
    await eventually(() => expect(app.bar.hash).not.toBe(link));
  });

  test.each(["p=2.broken", "p=1.%%%", "p=99.abc"])("%s is left as it is too", async (hash) => {
    const app = startedPage(hash, browserMemory());
    await answered(app);
    app.stores.session.setState({ panel: "trust" });
    expect(app.bar.hash).toBe(hash);
  });

  test("follows again once the file is opened", async () => {
    const { link } = await visited();
    const app = startedPage(link, browserMemory());
    await answered(app);
    await app.open(fileRows(["a", "b"], "f1"));
    app.stores.session.setState({ panel: "trust" });
    await eventually(() => expect(app.bar.hash).not.toBe(link));
  });
});

test("the same file opened again keeps the palette, another one does not", async () => {
  const { app } = await visited();
  const before = document(app);
  await app.open(fileRows(["a", "b"], "f1"));
  expect(document(app).values).toEqual(before.values);
  await app.open(fileRows(["a", "b"], "f2"));
  expect(document(app).values).not.toEqual(before.values);
});

describe("several files", () => {
  test("are kept, and each tab finds its own after a reload", async () => {
    const { memory, app: first, link } = await visited(["a", "b"], "f1");
    const other = startedPage("", memory);
    await answered(other);
    await other.open(fileRows(["c", "d"], "f2"));
    await eventually(() => expect(session(other).kept).toHaveLength(2));
    const again = startedPage(link, memory);
    await answered(again);
    expect(document(again)).toEqual(document(first));
    const otherAgain = startedPage(encodeLink(document(other)), memory);
    await answered(otherAgain);
    expect(document(otherAgain).source).toMatchObject({ fingerprint: "f2" });
    expect([...notices(again), ...notices(otherAgain)]).toEqual([]);
  });

  test("of the same numbers are told apart by their names", async () => {
    const { memory, app: first, link } = await visited(["a", "b"], "f1");
    const other = startedPage("", memory);
    await answered(other);
    const named = fileRows(["c", "d"], "f1");
    await other.open({ ...named, source: { kind: "file", name: "other.csv", fingerprint: "f1" } });
    await eventually(() => expect(session(other).kept).toHaveLength(2));
    const again = startedPage(link, memory);
    await answered(again);
    expect(document(again)).toEqual(document(first));
  });
});

async function sampleDocument() {
  const app = startedPage();
  await answered(app);
  return document(app);
}
