import { afterAll, expect, test } from "vitest";
import { connectMoral } from "../engine/connections.ts";
import { serviceClient } from "../engine/service-client.ts";
import { eventually } from "../testing/eventually.ts";
import { endWorkers, type StartedPage, startedPage } from "./testing/started-page.ts";

afterAll(endWorkers);

const TABLE = "kindness,wit\n1,2\n3,1\n2,5\n4,4\n2,3\n";
const LABELLED =
  "text,value,judgement\nShe helped.,kindness,positive\nHe hit her.,kindness,negative\n";
const session = (page: StartedPage) => page.stores.session.getState();
const counts = ({ workers }: StartedPage) =>
  Object.fromEntries(Object.entries(workers).map(([kind, started]) => [kind, started.length]));

async function answered() {
  const page = startedPage();
  await eventually(() => expect(session(page).answer).not.toBeNull());
  return page;
}

test("a file goes through the worker that reads files, into the solver", async () => {
  const page = await answered();
  await page.files.read([new File([TABLE], "answers.csv")]);
  expect(page.files.store.getState()).toMatchObject({
    phase: "preview",
    name: "answers.csv",
    preview: { ok: true, rows: 5 },
  });
  expect(await page.files.use()).toBe(true);
  expect(session(page).data).toMatchObject({
    rows: 5,
    values: [
      { id: "kindness", mean: 2.4 },
      { id: "wit", mean: 3 },
    ],
  });
  expect(page.stores.document.getState().document.source).toMatchObject({
    kind: "file",
    name: "answers.csv",
  });
  expect(counts(page)).toEqual({ solver: 1, ingest: 1, moral: 0, rewards: 0, textModel: 0 });
});

test("a reader that crashes is told, and the next file has a new one", async () => {
  const page = await answered();
  const reading = page.files.read([new File([TABLE], "first.csv")]);
  page.workers.ingest[0].crash();
  await reading;
  expect(page.files.store.getState()).toMatchObject({ phase: "crashed", name: "first.csv" });
  await page.files.read([new File([TABLE], "second.csv")]);
  expect(page.files.store.getState()).toMatchObject({ phase: "preview", name: "second.csv" });
  expect(page.workers.ingest.length).toBe(2);
});

test("a file that is chosen while another is read ends that reader", async () => {
  const page = await answered();
  const first = page.files.read([new File([TABLE], "first.csv")]);
  await page.files.read([new File([TABLE], "second.csv")]);
  await first;
  expect(page.workers.ingest.map((worker) => worker.isTerminated)).toEqual([true, false]);
  expect(page.files.store.getState()).toMatchObject({ phase: "preview", name: "second.csv" });
});

test.each([
  ["crashes", (page: StartedPage) => page.workers.solver[0].crash()],
  ["falls silent", (page: StartedPage) => page.workers.solver[0].terminate()],
])("a solver that %s is started again, and answers what was asked last", async (_, end) => {
  const page = await answered();
  page.stores.document.getState().setTarget("humor", 1.25);
  end(page);
  await eventually(() => expect(page.workers.solver.length).toBe(2));
  await eventually(() => expect(session(page).isAnswering).toBe(false));
  expect(session(page).answered?.targets[0]).toBe(1.25);
  expect(session(page).answer?.report.levels[0]).toBeCloseTo(1.25, 6);
  expect(session(page).notices.map(({ kind }) => kind)).toEqual(["worker-restarted"]);
  expect(page.workers.solver.map((worker) => worker.isTerminated)).toEqual([true, false]);
});

test.each(["crash", "terminate"] as const)(
  "a reader that ends at rest (%s) has the previewed file again before it counts what its columns yield",
  async (end) => {
    const page = await answered();
    await page.files.read([new File([TABLE], "answers.csv")]);
    const before = page.files.store.getState();
    if (before.phase !== "preview") throw new Error("no preview");
    page.workers.ingest[0][end]();
    await new Promise((resolve) => setImmediate(resolve));
    const other = before.mapping.map((m) => ({ ...m, lowerIsBetter: true }));
    await page.files.map(other);
    expect(page.files.store.getState()).toMatchObject({
      phase: "preview",
      halted: null,
      result: { ok: true, data: { rows: 5 } },
    });
    expect(await page.files.use()).toBe(true);
  },
);

test.each(["crash", "terminate"] as const)(
  "a reader that ends while it counts (%s) is told, the preview stays, and counting is tried again",
  async (end) => {
    const page = await answered();
    await page.files.read([new File([TABLE], "answers.csv")]);
    const before = page.files.store.getState();
    if (before.phase !== "preview") throw new Error("no preview");
    const counting = page.files.map(before.mapping);
    page.workers.ingest[0][end]();
    await counting;
    expect(page.files.store.getState()).toMatchObject({
      preview: before.preview,
      result: null,
      halted: "crashed",
    });
    await page.files.map(before.mapping);
    expect(page.files.store.getState()).toMatchObject({ halted: null, result: { ok: true } });
  },
);

test("a worker whose script is missing is told as such", async () => {
  const page = await answered();
  const reading = page.files.read([new File([TABLE], "first.csv")]);
  page.workers.ingest[0].miss();
  await reading;
  expect(page.files.store.getState()).toMatchObject({ phase: "crashed", why: "missing" });
});

test("a calculation whose script is missing is told as such, and loads its rows once it is there", async () => {
  const page = startedPage();
  page.workers.solver[0].miss();
  await eventually(() => expect(session(page).engine).toBe("missing"));
  expect(session(page).notices.map(({ kind }) => kind)).toEqual(["worker-missing"]);
  await eventually(() => expect(page.loading.getState().source).toBeNull());
  page.startAgain();
  await eventually(() => expect(session(page).answer).not.toBeNull());
  expect(session(page)).toMatchObject({ engine: "ready", notices: [] });
});

test("questions and labelled texts have workers of their own", async () => {
  const page = await answered();
  const moral = serviceClient(page.surroundings.workers.moral, connectMoral);
  expect(await moral.run((service) => service.openDemonstration())).toMatchObject({ ok: true });
  const labelled = new File([LABELLED], "labelled.csv");
  const read = await page.labelled.client.run((service) =>
    service.read([labelled], () => undefined),
  );
  expect(read).toMatchObject({ ok: true });
  expect(counts(page)).toEqual({ solver: 1, ingest: 0, moral: 1, rewards: 1, textModel: 0 });
});
