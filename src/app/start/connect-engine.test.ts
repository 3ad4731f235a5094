import { afterEach, describe, expect, test } from "vitest";
import type { PictureRequest } from "../../core/region/picture-request.ts";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import { buildSamples } from "../../core/rows/samples.ts";
import { handClock } from "../../core/testing/hand-clock.ts";
import type { LoadOutcome, PromptGrouping } from "../../engine/contract.ts";
import { InProcessWorker } from "../../engine/testing/in-process-worker.ts";
import {
  answerTo,
  LOADED,
  OTHER,
  SAMPLE,
  type Script,
  type Scripted,
  scripted,
} from "../../engine/testing/scripted-engine.ts";
import { createAnalysesStore } from "../../state/analyses-store.ts";
import { createDocumentStore } from "../../state/document-store.ts";
import { defaultDocument, emptyDocument } from "../../state/palette.ts";
import { createPreferencesStore } from "../../state/preferences-store.ts";
import { createSessionStore } from "../../state/session-store.ts";
import { eventually } from "../../testing/eventually.ts";
import { connectEngine } from "./connect-engine.ts";

const SOURCE = { kind: "file", name: "a.csv", fingerprint: "0" } as const;
const rewards = Float64Array.from([1, 2, 3, 5]);
const { values } = buildSamples(["a", "b", "c"].map((id) => ({ id, rewards })));
const LOADED_VALUES: Extract<LoadOutcome, { ok: true }> = {
  ...LOADED,
  values,
  groups: { prompts: 2, single: 0, median: 2 },
};

const workers: InProcessWorker[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

/** Pictures on their way, to be drawn one after the other. */
function drawings() {
  const open: { readonly request: PictureRequest; draw(): void }[] = [];
  const picture = (request: PictureRequest) =>
    new Promise<Scripted<RegionPicture>>((resolve) =>
      open.push({
        request,
        draw: () =>
          resolve({ ok: true, value: { mode: request.palette.mode } as unknown as RegionPicture }),
      }),
    );
  return { open, picture };
}

function connected(over: Partial<Script> = {}) {
  const session = createSessionStore();
  const documents = createDocumentStore(emptyDocument(SOURCE));
  const own: InProcessWorker[] = [];
  const connection = connectEngine(
    {
      session,
      document: documents,
      preferences: createPreferencesStore(null, ["en"]),
      analyses: createAnalysesStore(session),
    },
    () => {
      const worker = new InProcessWorker(scripted({ load: () => LOADED_VALUES, ...over }));
      own.push(worker);
      workers.push(worker);
      return worker;
    },
    { clock: handClock(), locks: null },
  );
  const load = (rows = SAMPLE) =>
    connection.load({ rows, source: SOURCE, dropped: 0 }, (data) =>
      defaultDocument(SOURCE, data.values),
    );
  const edit = (mode: "pooled" | "per-prompt") =>
    documents.getState().edit((document) => ({ ...document, mode }));
  const kinds = () => session.getState().notices.map(({ kind }) => kind);
  return { connection, session, documents, load, edit, workers: own, kinds };
}

describe("the region", () => {
  test("of one mode is gone as soon as the other is chosen, and that one's picture is asked for", async () => {
    const { open, picture } = drawings();
    const { session, load, edit } = connected({ picture });
    await load();
    await eventually(() => expect(open.length).toBe(1));
    open[0].draw();
    await eventually(() => expect(session.getState().region).not.toBeNull());
    edit("per-prompt");
    expect(session.getState().region).toBeNull();
    await eventually(() => expect(open.length).toBe(2));
    expect(open[1].request.palette.mode).toBe("per-prompt");
    open[1].draw();
    await eventually(() => expect(session.getState().region).toEqual({ mode: "per-prompt" }));
  });

  test("of the mode before that comes late is not shown", async () => {
    const { open, picture } = drawings();
    const { session, load, edit } = connected({ picture });
    await load();
    await eventually(() => expect(open.length).toBe(1));
    edit("per-prompt");
    open[0].draw();
    await eventually(() => expect(open.length).toBe(2));
    expect(session.getState().region).toBeNull();
    open[1].draw();
    await eventually(() => expect(session.getState().region).toEqual({ mode: "per-prompt" }));
  });

  test("is not drawn again where nothing that it depends on has changed", async () => {
    const { open, picture } = drawings();
    const { documents, load } = connected({ picture });
    await load();
    await eventually(() => expect(open.length).toBe(1));
    open[0].draw();
    documents.getState().setUnit("a", "sd");
    documents.getState().moveValue("a", 2);
    documents.getState().setTarget("c", 4.5);
    await eventually(() => expect(open.length).toBe(2));
    expect(open[1].request.palette.targets[2]).toBe(4.5);
  });
});

describe("other data", () => {
  test("leaves no answer and no region of the data before", async () => {
    let isSlow = false;
    const { session, load } = connected({
      answer: (palette) =>
        isSlow ? new Promise<never>(() => undefined) : Promise.resolve(answerTo(palette)),
      picture: async () => ({ ok: true, value: {} as RegionPicture }),
    });
    await load();
    await eventually(() => expect(session.getState().answer).not.toBeNull());
    await eventually(() => expect(session.getState().region).not.toBeNull());
    const { stamp } = session.getState().data ?? {};
    isSlow = true;
    const loading = load(OTHER);
    await loading;
    expect(session.getState()).toMatchObject({ answer: null, answered: null });
    expect(session.getState().data?.stamp).not.toBe(stamp);
    expect(session.getState().isAnswering).toBe(true);
  });

  test("that is overtaken by other data is not shown", async () => {
    const { connection, session, load } = connected();
    const long = { id: "a", rewards: new Float64Array(100_001) };
    const rows = { kind: "columns", columns: [long], weights: null, prompts: null } as const;
    const first = load(rows as never);
    const second = load(OTHER);
    expect(await second).toMatchObject({ ok: true });
    expect(await first).toMatchObject({ ok: false, reason: "superseded" });
    expect(connection.rows()).toBe(OTHER);
    expect(session.getState().data?.stamp).toBe(1);
  });
});

describe("a document that asks for each prompt by itself", () => {
  const perPrompt = (groups: PromptGrouping | null) => {
    const asked: (string | undefined)[] = [];
    const page = connected({
      load: () => ({ ...LOADED_VALUES, groups }),
      answer: async (palette) => {
        asked.push(palette.mode);
        return answerTo(palette);
      },
    });
    const load = () =>
      page.connection.load({ rows: SAMPLE, source: SOURCE, dropped: 0 }, (data) => ({
        ...defaultDocument(SOURCE, data.values),
        mode: "per-prompt",
      }));
    return { ...page, load, asked };
  };

  test("falls back where no prompt has two answers, and that is said", async () => {
    const { load, documents, session, kinds, asked } = perPrompt(null);
    await load();
    await eventually(() => expect(session.getState().answer).not.toBeNull());
    expect(documents.getState().document.mode).toBeUndefined();
    expect(asked).toEqual([undefined]);
    expect(kinds()).toEqual(["mode-pooled"]);
  });

  test("stays where prompts have several", async () => {
    const { load, documents, kinds, asked } = perPrompt({ prompts: 2, single: 0, median: 2 });
    await load();
    await eventually(() => expect(asked).toEqual(["per-prompt"]));
    expect(documents.getState().document.mode).toBe("per-prompt");
    expect(kinds()).toEqual([]);
  });
});

describe("what goes wrong", () => {
  test("in a computation is told as such, and nothing waits for it any more", async () => {
    const { session, load, kinds } = connected({
      answer: async () => ({ ok: false, reason: "failed", detail: "invalid lambda: NaN" }),
    });
    await load();
    await eventually(() => expect(kinds()).toEqual(["calculation-failed"]));
    expect(session.getState().notices[0].detail).toBe("invalid lambda: NaN");
    expect(session.getState().isAnswering).toBe(false);
  });

  test("leaves no answer to another palette beside the one that failed", async () => {
    let isBroken = false;
    const { session, load, documents } = connected({
      answer: async (palette) =>
        isBroken ? { ok: false, reason: "failed", detail: "broken" } : answerTo(palette),
    });
    await load();
    await eventually(() => expect(session.getState().answer).not.toBeNull());
    isBroken = true;
    documents.getState().setTarget("a", 3);
    await eventually(() => expect(session.getState().isAnswering).toBe(false));
    expect(session.getState()).toMatchObject({ answer: null, answered: null });
    isBroken = false;
    documents.getState().setTarget("a", 4);
    await eventually(() => expect(session.getState().answered?.targets[0]).toBe(4));
  });

  test("in a browser that makes no workers ends on a page of its own, without a notice", async () => {
    const session = createSessionStore();
    const connection = connectEngine(
      {
        session,
        document: createDocumentStore(emptyDocument(SOURCE)),
        preferences: createPreferencesStore(null, ["en"]),
        analyses: createAnalysesStore(session),
      },
      () => {
        throw new ReferenceError("Worker is not defined");
      },
      { clock: handClock(), locks: null },
    );
    const end = await connection.load({ rows: SAMPLE, source: SOURCE, dropped: 0 }, (data) =>
      defaultDocument(SOURCE, data.values),
    );
    expect(end).toMatchObject({ ok: false, reason: "stopped" });
    expect(session.getState()).toMatchObject({ engine: "unable", notices: [] });
  });

  test("again and again is told as such, until rows are loaded that work", async () => {
    const { session, load, kinds, documents, workers } = connected();
    await load();
    for (let k = 0; k < 4; k++) workers.at(-1)?.crash();
    expect(session.getState()).toMatchObject({ engine: "failed", isAnswering: false });
    expect(kinds()).toEqual(["worker-restarted", "worker-failed"]);
    documents.getState().setTarget("a", 3);
    expect(session.getState()).toMatchObject({ isAnswering: false, answer: null });
    expect(await load(OTHER)).toMatchObject({ ok: true });
    expect(kinds()).toEqual(["worker-restarted"]);
    await eventually(() => expect(session.getState().answer).not.toBeNull());
  });
});

test("an exact answer follows a coarse one", async () => {
  const { session, load } = connected({ answer: async (palette) => answerTo(palette, true) });
  await load();
  await eventually(() => expect(session.getState().answer?.isCoarse).toBe(true));
  expect(session.getState().isAnswering).toBe(false);
});
