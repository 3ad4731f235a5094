import { afterAll, expect, test } from "vitest";
import { CALIBRATED_ROWS, CALIBRATED_SEED } from "../../ingest/calibrated/calibrated-sample.ts";
import { FIRST_SOURCE, type PaletteDocument } from "../../share/document/document.ts";
import { decodeLink, encodeLink } from "../../share/link/link.ts";
import { readSettingsFile, writeSettingsFile } from "../../share/link/settings-file.ts";
import { sharedDocument } from "../../state/shared-document.ts";
import { eventually } from "../../testing/eventually.ts";
import { sampleSource } from "../data/sample-data.ts";
import { endWorkers, fileRows as file, startedPage as started } from "../testing/started-page.ts";
import type { Application } from "./start.ts";

afterAll(endWorkers);

const document = (app: Pick<Application, "stores">) => app.stores.document.getState().document;
const answered = (app: Pick<Application, "stores">) =>
  eventually(() => {
    const { answer } = app.stores.session.getState();
    if (!answer) throw new Error("no answer yet");
    return answer;
  });
const notices = (app: Pick<Application, "stores">) =>
  app.stores.session.getState().notices.map(({ kind }) => kind);

test("a first visit is alive at once: Llama-2 at HHH 70 %, answered, nothing to undo", async () => {
  const app = started();
  const answer = await answered(app);
  expect(document(app).source).toEqual(sampleSource("llama-2-7b-chat"));
  expect(FIRST_SOURCE).toMatchObject({ rows: CALIBRATED_ROWS, seed: CALIBRATED_SEED });
  expect(answer.report.status).toBe("aligned");
  expect(app.stores.document.temporal.getState().pastStates).toEqual([]);
});

test("a change goes to the address, and the address restores it", async () => {
  const app = started();
  await answered(app);
  app.stores.document.getState().setTarget("humor", 1.25);
  app.stores.session.setState({ panel: "trust", others: "free" });
  await eventually(() =>
    expect(decodeLink(app.bar.hash)).toMatchObject({
      document: { values: { humor: { target: 1.25 } }, panel: "trust" },
    }),
  );
  const again = started(app.bar.hash);
  await answered(again);
  expect(document(again)).toEqual(document(app));
  expect(again.stores.session.getState()).toMatchObject({ panel: "trust", others: "free" });
});

test("a link made on the Moral profile page leads there, to its tab and question", async () => {
  const app = started();
  await answered(app);
  app.stores.session.setState({ page: "moral", moral: { tab: "training", question: 4 } });
  await eventually(() =>
    expect(decodeLink(app.bar.hash)).toMatchObject({
      document: { page: "moral", tab: "training", question: 5 },
    }),
  );
  const again = started(app.bar.hash);
  expect(again.stores.session.getState()).toMatchObject({
    page: "moral",
    moral: { tab: "training", question: 4 },
  });
  await answered(again);
  again.stores.session.setState({ page: "data" });
  await eventually(() =>
    expect(decodeLink(again.bar.hash)).not.toMatchObject({ document: { page: "moral" } }),
  );
});

test("a broken link says so and shows the sample", async () => {
  const app = started("#p=1.%%%");
  await answered(app);
  expect(notices(app)).toEqual(["link-unreadable"]);
});

test("a link of a later version, or with fields that nobody knows, says which", async () => {
  const later = started("#p=3.AAAA");
  await answered(later);
  expect(notices(later)).toEqual(["link-newer"]);
  const odd = started(
    `#${encodeLink({ ...document(later), pair: ["humor", "nobody"], panel: "kitchen", solver: 9 } as never)}`,
  );
  await answered(odd);
  expect(odd.stores.session.getState().notices).toMatchObject([
    {
      kind: "link-fields",
      problems: [
        { field: "pair", value: "humor, nobody" },
        { field: "panel", value: "kitchen" },
      ],
    },
    { kind: "link-other-solver" },
  ]);
  expect(document(odd)).toEqual(document(later));
});

test("settings from a file are shown, and can be undone where the data is the same", async () => {
  const app = started();
  await answered(app);
  app.stores.document.getState().setTarget("humor", 1.25);
  const saved = readSettingsFile(
    writeSettingsFile(sharedDocument(app.stores.document, app.stores.session)),
  );
  if (!saved.ok) throw new Error(saved.reason);
  app.stores.document.getState().setTarget("humor", 0.5);
  app.adopt(saved);
  expect(document(app).values.humor.target).toBe(1.25);
  app.stores.document.temporal.getState().undo();
  expect(document(app).values.humor.target).toBe(0.5);
});

test("settings in a unit that the value has not are shown raw, and the page says so", async () => {
  const app = started();
  await answered(app);
  const shared = sharedDocument(app.stores.document, app.stores.session);
  const humor = { ...shared.values.humor, unit: "likelihood" } as const;
  const saved = readSettingsFile(
    writeSettingsFile({ ...shared, values: { ...shared.values, humor } }),
  );
  if (!saved.ok) throw new Error(saved.reason);
  app.adopt(saved);
  expect(document(app).values.humor).toEqual({ ...humor, unit: "raw" });
  expect(app.stores.session.getState().notices).toMatchObject([
    { kind: "unit-raw", detail: "humor" },
  ]);
});

test("a link made with somebody's file waits until that file is opened", async () => {
  const owner = started();
  await answered(owner);
  await owner.open(file(["a", "b"], "f1"));
  owner.stores.document.getState().setTarget("a", 2.5);
  const link = encodeLink(document(owner));

  const app = started(`#${link}`);
  await answered(app);
  expect(notices(app)).toEqual(["link-other-data"]);
  expect(document(app).source).toEqual(sampleSource("llama-2-7b-chat"));
  await app.open(file(["a", "b"], "f1"));
  expect(document(app)).toEqual(document(owner));
});

test("another file does not take that link's palette", async () => {
  const app = started();
  await answered(app);
  const other: PaletteDocument = {
    ...document(app),
    source: { kind: "file", name: "x.csv", fingerprint: "f1" },
  };
  app.visit(encodeLink(other));
  await app.open(file(["a", "b"], "f2"));
  expect(document(app).source).toEqual({ kind: "file", name: "mine.csv", fingerprint: "f2" });
  expect(Object.keys(document(app).values)).toEqual(["a", "b"]);
});

test("a link to the data that is open changes the palette without reading it again", async () => {
  const app = started();
  await answered(app);
  const { stamp } = app.stores.session.getState().data ?? {};
  const { humor } = document(app).values;
  const values = { ...document(app).values, humor: { ...humor, target: 1 } };
  app.visit(encodeLink({ ...document(app), values }));
  expect(document(app).values.humor.target).toBe(1);
  expect(app.stores.session.getState().data?.stamp).toBe(stamp);
});

test("other data keeps the preset but not the numbers, and has nothing to undo", async () => {
  const app = started();
  await answered(app);
  const before = document(app).values.humor.target;
  const source = sampleSource("opt-1.3b", 500);
  await app.open({ rows: source, source, dropped: 0 });
  const { humor, diversity } = document(app).values;
  expect(humor.participation).toBe("target");
  expect(humor.target).not.toBe(before);
  expect(diversity.participation).toBe("hold");
  expect(app.stores.document.temporal.getState().pastStates).toEqual([]);
});

test("a preset that the new data does not know gives way to its own default", async () => {
  const app = started();
  await answered(app);
  await app.open(file(["a", "b"], "f3"));
  const uses = Object.values(document(app).values).map(({ participation }) => participation);
  expect(uses).toEqual(["target", "target"]);
});

test("rows that cannot be used leave the old ones in place and say why", async () => {
  const app = started();
  await answered(app);
  const bad = file(["a"], "f4");
  const columns = [{ id: "a", rewards: Float64Array.of(1, Number.NaN) }];
  expect(await app.open({ ...bad, rows: { ...bad.rows, columns } as never })).toBe(false);
  expect(notices(app)).toEqual(["load-failed"]);
  expect(document(app).source).toEqual(sampleSource("llama-2-7b-chat"));
});
