import { afterEach, describe, expect, test } from "vitest";
import { eventually } from "../../testing/eventually.ts";
import {
  answerTo,
  endEngines,
  LOADED,
  OTHER,
  palette,
  SAMPLE,
  scripted,
  start,
} from "../testing/scripted-engine.ts";

afterEach(endEngines);

describe("the engine", () => {
  test("loads, answers, and the newest question is the last answered", async () => {
    const { engine, statuses, answered, problems } = start();
    expect(await engine.load(SAMPLE, "rows")).toMatchObject({ ok: true, rows: 500 });
    for (const target of [2.1, 2.2, 2.3, 2.35]) engine.ask(palette(target));
    await eventually(() => expect(answered.at(-1)).toBe(2.35));
    expect(answered.length).toBeLessThan(4);
    expect(statuses).toEqual(["starting", "ready"]);
    expect(problems).toEqual([]);
  });

  test("rows that are of no use leave those before in place", async () => {
    const { engine, answered, statuses } = start();
    await engine.load(SAMPLE, "rows");
    const columns = [{ id: "a", rewards: Float64Array.of(1, Number.NaN) }];
    const end = await engine.load(
      { kind: "columns", columns, weights: null, prompts: null },
      "rows",
    );
    expect(end).toMatchObject({ ok: false, reason: "unusable" });
    engine.ask(palette(2.2));
    await eventually(() => expect(answered).toEqual([2.2]));
    expect(statuses).toEqual(["starting", "ready"]);
  });

  test("of two loads the newer counts, whichever comes first to the worker", async () => {
    const loaded: number[] = [];
    const { engine } = start(() =>
      scripted({
        load(rows) {
          loaded.push(rows.kind === "sample" ? rows.seed : 0);
          return LOADED;
        },
      }),
    );
    const long = { id: "a", rewards: new Float64Array(100_001) };
    const first = engine.load(
      { kind: "columns", columns: [long], weights: null, prompts: null },
      "rows",
    );
    const second = engine.load(OTHER, "rows");
    expect(await second).toMatchObject({ ok: true });
    expect(await first).toMatchObject({ ok: false, reason: "superseded" });
    expect(loaded).toEqual([2]);
  });

  test("answers to the rows before come to nothing once others are loaded", async () => {
    let release = (): void => undefined;
    const { engine, answered } = start(() =>
      scripted({
        answer: (asked) =>
          asked.targets[0] === 1
            ? new Promise((resolve) => {
                release = () => resolve(answerTo(asked));
              })
            : Promise.resolve(answerTo(asked)),
      }),
    );
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(1));
    await engine.load(OTHER, "rows");
    release();
    engine.ask(palette(3));
    await eventually(() => expect(answered.at(-1)).toBe(3));
    expect(answered).toEqual([3]);
  });

  test("a surprise on the way to the worker is told, and the next question is answered", async () => {
    const { engine, problems, answered } = start(() =>
      scripted({
        answer: async (asked) => {
          if (asked.targets[0] === 1) throw new Error("invalid palette: 1");
          return answerTo(asked);
        },
      }),
    );
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(1));
    await eventually(() => expect(problems).toEqual(["invalid palette: 1"]));
    engine.ask(palette(2));
    await eventually(() => expect(answered).toEqual([2]));
  });

  test("a computation that fails is told in its own words", async () => {
    const { engine, problems } = start(() =>
      scripted({ answer: async () => ({ ok: false, reason: "failed", detail: "invalid lambda" }) }),
    );
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(1));
    await eventually(() => expect(problems).toEqual(["invalid lambda"]));
  });
});

describe("a coarse answer", () => {
  /** Coarse answers, and which of them were made exact. */
  function coarse() {
    const refined: (number | null)[] = [];
    const page = start(() =>
      scripted({
        answer: async (asked) => answerTo(asked, true),
        refine: async (asked) => {
          refined.push(asked.targets[0]);
          return answerTo(asked);
        },
      }),
    );
    return { ...page, refined };
  }

  test("is made exact once no palette was asked for a moment", async () => {
    const { engine, answered, exact, refined, clock } = coarse();
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(1));
    await eventually(() => expect(answered).toEqual([1]));
    expect(refined).toEqual([]);
    clock.pass(200);
    await eventually(() => expect(exact).toEqual([1]));
  });

  test("is left as it is where the next question comes before", async () => {
    const { engine, answered, exact, refined, clock } = coarse();
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(1));
    await eventually(() => expect(answered).toEqual([1]));
    clock.pass(100);
    engine.ask(palette(2));
    clock.pass(100);
    await eventually(() => expect(answered).toEqual([1, 2]));
    clock.pass(200);
    await eventually(() => expect(exact).toEqual([2]));
    expect(refined).toEqual([2]);
  });

  test("to rows that others have taken the place of is left as it is", async () => {
    const { engine, answered, exact, refined, clock } = coarse();
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(1));
    await eventually(() => expect(answered).toEqual([1]));
    await engine.load(OTHER, "other");
    clock.pass(200);
    engine.ask(palette(2));
    await eventually(() => expect(answered.at(-1)).toBe(2));
    clock.pass(200);
    await eventually(() => expect(exact.at(-1)).toBe(2));
    expect(refined).toEqual([2]);
  });

  test("that was overtaken is left as it is, also where the newer one is exact at once", async () => {
    const refined: (number | null)[] = [];
    const { engine, answered, exact, clock } = start(() =>
      scripted({
        answer: async (asked) => answerTo(asked, asked.targets[0] !== 2),
        refine: async (asked) => {
          refined.push(asked.targets[0]);
          return answerTo(asked);
        },
      }),
    );
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(1));
    engine.ask(palette(2));
    await eventually(() => expect(answered).toEqual([1, 2]));
    clock.pass(200);
    engine.ask(palette(3));
    await eventually(() => expect(answered).toEqual([1, 2, 3]));
    clock.pass(200);
    await eventually(() => expect(exact.at(-1)).toBe(3));
    expect(refined).toEqual([3]);
  });
});
