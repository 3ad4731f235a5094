import { describe, expect, test, vi } from "vitest";
import type { IngestClient, RewardsClient } from "../../engine/connections.ts";
import type { IngestApi, Service } from "../../engine/contract.ts";
import { IngestService } from "../../engine/files/ingest-service.ts";
import { directClient } from "../../engine/testing/direct-client.ts";
import { RewardsService } from "../../engine/texts/rewards-service.ts";
import { type LoadClassifier, TextModelService } from "../../engine/texts/text-model-service.ts";
import { openGate } from "../../net/gate.ts";
import type { ImportState } from "../../panels/data/import-store.ts";
import type { ScoringRequest } from "../../panels/data/scoring.ts";
import { fileImport } from "./import-file.ts";
import { textScoring } from "./score-texts.ts";

const PAGE = "https://palette.example/";
const TEXTS = new File(
  [
    "question,reply\n",
    "how are you,Wonderful! I am very happy today.\n",
    "how are you,This is an awful and stupid mess.\n",
    "where is it,It is over there.\n",
  ],
  "texts.csv",
);
const REQUEST: ScoringRequest = {
  column: "reply",
  measures: [
    { measure: "positiveness", label: "Positive words" },
    { measure: "coarse-language", label: "Coarse words" },
    { measure: "length", label: "Length in words" },
  ],
  model: null,
  textModel: null,
};

/** A model whose label KIND holds by whether a text is longer than 30 characters; it needs no weights. */
const FOLDER = [
  new File(['{"id2label":{"0":"UNKIND","1":"KIND"}}'], "config.json"),
  new File(["weights"], "model.onnx"),
];
Object.defineProperty(FOLDER[0], "webkitRelativePath", { value: "tone/config.json" });
Object.defineProperty(FOLDER[1], "webkitRelativePath", { value: "tone/onnx/model.onnx" });
const TONE = { place: { kind: "folder", files: FOLDER }, labels: ["KIND"] } as const;
const byLength: LoadClassifier = async () => async (texts) =>
  texts.map((text) => [
    { label: "KIND", score: text.length > 30 ? 0.9 : 0.2 },
    { label: "UNKIND", score: text.length > 30 ? 0.1 : 0.8 },
  ]);

function started(scores: Partial<RewardsClient> = {}, load: LoadClassifier = byLength) {
  const ingest = new IngestService();
  const rewards = new RewardsService();
  const client: IngestClient = directClient<Service<IngestApi>>({
    read: (files, choices, onProgress) => ingest.read(files, choices, onProgress),
    map: async (mapping) => ingest.map(mapping),
    texts: async (column) => ingest.texts(column),
    addScores: async (columns) => ingest.addScores(columns),
  });
  const hold = () => undefined;
  const reader = { client, hold, holdScores: hold };
  const cancel = vi.fn();
  const open = vi.fn(async () => true);
  const files = fileImport(reader, open, openGate(PAGE));
  const scoring = textScoring(files, {
    reader,
    rewards: directClient(rewards, { cancel, ...scores }),
    models: directClient(new TextModelService(load, PAGE), { cancel }),
    page: PAGE,
  });
  const preview = (): Extract<ImportState, { phase: "preview" }> => {
    const state = files.store.getState();
    if (state.phase !== "preview") throw new Error(`no preview: ${JSON.stringify(state)}`);
    return state;
  };
  return { files, scoring, preview, cancel, open };
}

describe("texts without numbers", () => {
  test("are previewed with the reason, and cannot be used before they are scored", async () => {
    const { files, preview } = started();
    await files.read([TEXTS]);
    expect(preview().preview.problems).toMatchObject([
      { code: "no-numeric-columns", severity: "warning" },
    ]);
    expect(preview().result).toMatchObject({ ok: false, problems: [{ code: "no-values-chosen" }] });
    expect(await files.use()).toBe(false);
  });

  test("become values by measures: named, directed, and marked as computed here", async () => {
    const { files, scoring, preview, open } = started();
    await files.read([TEXTS]);
    await scoring.score(REQUEST);
    const { preview: shown, mapping, result } = preview();
    expect(shown.columns.map((c) => [c.name, c.scoredBy])).toEqual([
      ["question", undefined],
      ["reply", undefined],
      ["Positive words", "measure"],
      ["Coarse words", "measure"],
      ["Length in words", "measure"],
    ]);
    expect(mapping.map((m) => [m.use, m.lowerIsBetter])).toEqual([
      ["prompt", false],
      ["response", false],
      ["value", false],
      ["value", true],
      ["value", false],
    ]);
    expect(shown.problems).toEqual([]);
    expect(result).toMatchObject({ ok: true, data: { rows: 3, dropped: 0 } });
    expect(await files.use()).toBe(true);
    expect(open).toHaveBeenCalledWith(
      expect.objectContaining({
        rows: expect.objectContaining({
          columns: expect.arrayContaining([
            { id: "Length in words", lowerIsBetter: false, rewards: Float64Array.of(6, 7, 4) },
          ]),
        }),
      }),
    );
  });

  test("scored again keep what was settled and never stand twice", async () => {
    const { files, scoring, preview } = started();
    await files.read([TEXTS]);
    await scoring.score(REQUEST);
    await files.map(
      preview().mapping.map((m) =>
        m.column === "Length in words" ? { ...m, lowerIsBetter: true, id: "Brevity" } : m,
      ),
    );
    await scoring.score({ ...REQUEST, measures: [{ measure: "diversity", label: "Diversity" }] });
    await scoring.score(REQUEST);
    const names = preview().mapping.map((m) => m.column);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(6);
    expect(preview().mapping.find((m) => m.column === "Length in words")).toMatchObject({
      id: "Brevity",
      lowerIsBetter: true,
    });
  });

  test("all alike under a measure say so, and are not used by it", async () => {
    const { files, scoring, preview } = started();
    await files.read([new File(["reply\nIt is here.\nShe is there.\n"], "calm.csv")]);
    await scoring.score(REQUEST);
    const coarse = preview().mapping.find((m) => m.column === "Coarse words");
    expect(coarse?.use).toBe("ignore");
    expect(preview().preview.problems).toContainEqual(
      expect.objectContaining({ code: "constant-column", column: "Coarse words" }),
    );
  });
});

describe("a model of the user's", () => {
  test("gives a column per label that is wanted, beside the measures", async () => {
    const { files, scoring, preview } = started();
    await files.read([TEXTS]);
    expect(await scoring.lookAt(TONE.place)).toEqual({ ok: true, labels: ["UNKIND", "KIND"] });
    await scoring.score({ ...REQUEST, textModel: TONE });
    const scored = preview().preview.columns.filter((c) => c.scoredBy);
    expect(scored.map((c) => [c.name, c.scoredBy])).toEqual([
      ["Positive words", "measure"],
      ["Coarse words", "measure"],
      ["Length in words", "measure"],
      ["KIND", "model"],
    ]);
    expect(scored[3].summary).toMatchObject({ min: 0.2, max: 0.9, missing: 0 });
  });

  test("that cannot be run says so, and nothing is scored", async () => {
    const { files, scoring, preview } = started({}, async () => {
      throw new Error("unknown operator");
    });
    await files.read([TEXTS]);
    await scoring.score({ ...REQUEST, textModel: TONE });
    expect(preview().scoring).toEqual({
      phase: "refused",
      problem: { code: "model-failed", severity: "error", detail: "unknown operator" },
    });
    expect(preview().preview.columns.some((c) => c.scoredBy)).toBe(false);
  });
});

describe("scoring", () => {
  test("is cancelled on request and leaves the preview as it was", async () => {
    let release = (): void => undefined;
    const { files, scoring, preview, cancel } = started({
      run: () =>
        new Promise((resolve) => {
          release = () => resolve({ ok: false, stopped: "cancelled" });
        }),
    });
    await files.read([TEXTS]);
    const before = preview().mapping;
    const running = scoring.score(REQUEST);
    expect(preview().scoring).toEqual({ phase: "running", stage: "scoring", share: 0 });
    scoring.cancel();
    release();
    await running;
    expect(cancel).toHaveBeenCalled();
    expect(preview()).toMatchObject({ scoring: { phase: "idle" }, mapping: before });
  });

  test("that takes its worker down is told as such", async () => {
    const { files, scoring, preview } = started({
      run: async () => ({ ok: false, stopped: "crashed" }),
    });
    await files.read([TEXTS]);
    await scoring.score(REQUEST);
    expect(preview().scoring).toEqual({ phase: "crashed", why: "crashed" });
  });

  test("ends when the file is put away", async () => {
    const { files, scoring, cancel } = started();
    await files.read([TEXTS]);
    const running = scoring.score(REQUEST);
    cancel.mockClear();
    files.discard();
    expect(cancel).toHaveBeenCalled();
    await running;
    expect(files.store.getState()).toEqual({ phase: "idle" });
  });
});
