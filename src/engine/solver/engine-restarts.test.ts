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
  UNUSABLE,
} from "../testing/scripted-engine.ts";
import { SolverService } from "./solver-service.ts";

afterEach(endEngines);

describe("a worker that dies", () => {
  test("with an error is replaced, given the same rows, and asked again", async () => {
    const { engine, workers, statuses, answered } = start();
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(2.2));
    workers[0].crash();
    await eventually(() => expect(answered).toEqual([2.2]));
    expect(statuses).toEqual(["starting", "ready", "restarting", "ready"]);
    expect(workers.length).toBe(2);
  });

  test.each([
    ["at work", true],
    ["at rest", false],
  ])("without a word, %s, is replaced at once", async (_, isAtWork) => {
    const { engine, workers, statuses, answered } = start();
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(2.25));
    if (!isAtWork) await eventually(() => expect(answered).toEqual([2.25]));
    workers[0].terminate();
    await eventually(() => expect(statuses).toEqual(["starting", "ready", "restarting", "ready"]));
    await eventually(() => expect(answered.at(-1)).toBe(2.25));
    expect(workers.length).toBe(2);
  });

  test("without a word while it loads is replaced, and the load still ends", async () => {
    let loads = 0;
    const { engine, workers } = start((place) =>
      scripted({
        load(rows) {
          loads++;
          const isStuck = place === 0 && rows.kind === "sample" && rows.seed === OTHER.seed;
          return isStuck ? new Promise(() => undefined) : LOADED;
        },
      }),
    );
    await engine.load(SAMPLE, "rows");
    const loading = engine.load(OTHER, "others");
    await eventually(() => expect(loads).toBe(2));
    workers[0].terminate();
    expect(await loading).toMatchObject({ ok: true, rows: 500 });
    expect(workers.length).toBe(2);
  });

  test("where there are no locks is noticed by its silence", async () => {
    const { engine, workers, statuses, answered, clock } = start(undefined, { hasLocks: false });
    await engine.load(SAMPLE, "rows");
    workers[0].terminate();
    engine.ask(palette(2.25));
    clock.pass(29_000);
    expect(statuses).not.toContain("restarting");
    clock.pass(6000);
    await eventually(() => expect(answered).toEqual([2.25]));
    expect(statuses).toContain("restarting");
  });

  test("while it loads is replaced, and the load still ends", async () => {
    const { engine, workers, statuses, answered } = start();
    const loading = engine.load(SAMPLE, "rows");
    workers[0].crash();
    expect(await loading).toMatchObject({ ok: true, rows: 500 });
    expect(statuses).toEqual(["starting", "restarting", "ready"]);
    engine.ask(palette(2.2));
    await eventually(() => expect(answered).toEqual([2.2]));
  });

  test("while rows load that are of no use leaves the next one with those before", async () => {
    const { engine, workers, answered, statuses } = start((place) =>
      scripted({
        load: (rows) =>
          rows === null || (rows.kind === "sample" && rows.seed === 2) ? UNUSABLE : LOADED,
        answer: async (asked) => answerTo({ ...asked, targets: [place] }),
      }),
    );
    await engine.load(SAMPLE, "rows");
    const loading = engine.load(OTHER, "rows");
    workers[0].crash();
    expect(await loading).toMatchObject({ ok: false, reason: "unusable" });
    await eventually(() => expect(statuses.at(-1)).toBe("ready"));
    engine.ask(palette(2.2));
    await eventually(() => expect(answered).toEqual([2.2]));
  });

  test("ends its analyses as superseded", async () => {
    const { engine, workers } = start();
    await engine.load(SAMPLE, "rows");
    const request = { palette: palette(2.1), order: [0, 1, 2, 3, 4, 5] };
    const running = engine.analyse("sequential", request, () => undefined);
    workers[0].crash();
    expect(await running).toMatchObject({ ok: false, reason: "superseded" });
  });

  test("of the same analysis again and again lets that one end as failed, until it is wanted again", async () => {
    const { engine, workers, statuses, answered } = start();
    await engine.load(SAMPLE, "rows");
    const request = { palette: palette(2.1), order: [0, 1, 2, 3, 4, 5] };
    const run = () => engine.analyse("sequential", request, () => undefined);
    for (let k = 0; k < 3; k++) {
      const running = run();
      workers.at(-1)?.crash();
      expect(await running).toMatchObject({ reason: "superseded" });
      await eventually(() => expect(statuses.at(-1)).toBe("ready"));
      engine.ask(palette(2.1 + k / 10));
      await eventually(() => expect(answered.at(-1)).toBe(2.1 + k / 10));
    }
    expect(await run()).toMatchObject({ ok: false, reason: "failed" });
    engine.startAgain();
    expect(await run()).toMatchObject({ ok: true });
  });

  test("of every palette it is asked is given up after three restarts", async () => {
    const { engine, workers, statuses } = start((place) =>
      scripted({
        answer: () => {
          workers[place].crash();
          return new Promise(() => undefined);
        },
      }),
    );
    await engine.load(SAMPLE, "rows");
    engine.ask(palette(1));
    await eventually(() => expect(statuses.at(-1)).toBe("failed"));
    expect(workers.length).toBe(4);
    expect(statuses.filter((status) => status === "restarting").length).toBe(3);
  });

  test("now and then, with answers in between, is never given up", async () => {
    const { engine, workers, statuses, answered } = start(() => scripted());
    await engine.load(SAMPLE, "rows");
    for (const target of [1, 2, 3, 4, 5]) {
      engine.ask(palette(target));
      await eventually(() => expect(answered.at(-1)).toBe(target));
      workers.at(-1)?.crash();
      await eventually(() => expect(statuses.at(-1)).toBe("ready"));
    }
    expect(workers.length).toBe(6);
    expect(statuses).not.toContain("failed");
  });

  test("of the rows it is given lets the load end, without a worker", async () => {
    const { engine, workers, statuses } = start((place) =>
      scripted({
        load: () => {
          workers[place].crash();
          return LOADED;
        },
      }),
    );
    expect(await engine.load(SAMPLE, "rows")).toMatchObject({ ok: false, reason: "stopped" });
    expect(statuses.at(-1)).toBe("failed");
    expect(workers.length).toBe(4);
  });
});

test("a worker whose script cannot be fetched is given up at once, as missing, until it is there", async () => {
  const { engine, workers, statuses } = start();
  const loading = engine.load(SAMPLE, "rows");
  workers[0].miss();
  expect(await loading).toMatchObject({ ok: false, reason: "stopped" });
  expect(statuses).toEqual(["starting", "missing"]);
  expect(await engine.load(SAMPLE, "rows")).toMatchObject({ ok: true });
  expect(workers.length).toBe(2);
});

describe("a machine that is twenty times as slow", () => {
  /** Milliseconds that a call takes, and a step of a load. */
  const takes = (call: string) =>
    20 * ({ answer: 1000, refine: 1000, picture: 1000, sequential: 1000 }[call] ?? 20);
  const LOAD_STEP = 20 * 400;

  test.each([
    ["with locks", true],
    ["without locks", false],
  ])("%s: loads, answers and analyses, and no worker is taken for dead", async (_, hasLocks) => {
    const make = () =>
      new SolverService(null, 1, () => page.workers.at(-1)?.busy(LOAD_STEP) ?? Promise.resolve());
    const page = start(make, { hasLocks, takes });
    const { engine, workers, statuses, answered, clock } = page;
    const until = (check: () => void) =>
      eventually(() => {
        clock.pass(1000);
        check();
      });
    /** Lets the clock run until something is there. */
    const wound = async <T>(outcome: Promise<T>): Promise<T> => {
      let isThere = false;
      void outcome.then(() => {
        isThere = true;
      });
      await until(() => expect(isThere).toBe(true));
      return outcome;
    };
    expect(await wound(engine.load(SAMPLE, "rows"))).toMatchObject({ ok: true });
    for (const target of [2.1, 2.2, 2.3]) engine.ask(palette(target));
    engine.draw({ palette: palette(2.1), pair: [0, 1], others: "targets" });
    await until(() => expect(answered.at(-1)).toBe(2.3));
    const request = { palette: palette(2.1), order: [0, 1, 2, 3, 4, 5] };
    const analysing = engine.analyse("sequential", request, () => undefined);
    expect(await wound(analysing)).toMatchObject({ ok: true });
    expect(clock.now()).toBeGreaterThan(2 * 60_000);
    expect(statuses).toEqual(["starting", "ready"]);
    expect(workers.length).toBe(1);
  });
});

test("an answer that was made from other rows is not shown", async () => {
  const { engine, answered } = start(() =>
    scripted({
      answer: async (asked) => ({
        ...answerTo(asked),
        ...(asked.targets[0] === 1 ? { fingerprint: "other rows 1" } : {}),
      }),
    }),
  );
  await engine.load(SAMPLE, "rows");
  engine.ask(palette(1));
  engine.ask(palette(2));
  await eventually(() => expect(answered.at(-1)).toBe(2));
  expect(answered).toEqual([2]);
});

describe("an engine that gave up", () => {
  /** Five workers in a row that die at once; those after them work. */
  async function givenUp() {
    const page = start(() => scripted());
    await page.engine.load(SAMPLE, "rows");
    for (let k = 0; k < 4; k++) page.workers.at(-1)?.crash();
    expect(page.statuses.at(-1)).toBe("failed");
    return page;
  }

  test("says so to each question, and starts no worker for it", async () => {
    const { engine, workers, statuses, problems } = await givenUp();
    engine.ask(palette(1));
    expect(statuses.slice(-2)).toEqual(["failed", "failed"]);
    const request = { palette: palette(1) };
    expect(await engine.analyse("strength", request, () => undefined)).toMatchObject({
      ok: false,
      reason: "failed",
    });
    expect(workers.length).toBe(4);
    expect(problems).toEqual([]);
  });

  test("starts again with rows that are loaded", async () => {
    const { engine, workers, statuses, answered } = await givenUp();
    expect(await engine.load(OTHER, "rows")).toMatchObject({ ok: true });
    expect(statuses.slice(-2)).toEqual(["starting", "ready"]);
    engine.ask(palette(1));
    await eventually(() => expect(answered).toEqual([1]));
    expect(workers.length).toBe(5);
  });

  test("starts again on request, with the rows before and what was asked last", async () => {
    const { engine, answered, statuses } = await givenUp();
    engine.ask(palette(1.5));
    engine.startAgain();
    await eventually(() => expect(answered).toEqual([1.5]));
    expect(statuses.at(-1)).toBe("ready");
    engine.startAgain();
    expect(statuses.at(-1)).toBe("ready");
  });
});
