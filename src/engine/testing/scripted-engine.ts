import type { LiveAnswer } from "../../core/answer.ts";
import type { PictureRequest } from "../../core/region/picture-request.ts";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { Palette } from "../../core/rows/palette.ts";
import { type HandClock, handClock } from "../../core/testing/hand-clock.ts";
import type { LoadOutcome, Outcome, Rows, SolverApi } from "../contract.ts";
import { type EngineClient, startEngine, type WorkerStatus } from "../solver/engine-client.ts";
import { SolverService } from "../solver/solver-service.ts";
import { handLocks } from "./hand-locks.ts";
import { InProcessWorker } from "./in-process-worker.ts";

type SampleRows = Extract<Rows, { kind: "sample" }>;
/** Rows of a sample. */
export const SAMPLE: SampleRows = { kind: "sample", name: "opt-1.3b", rows: 500, seed: 1 };
/** Those of another. */
export const OTHER: SampleRows = { ...SAMPLE, seed: 2 };
/** What a scripted service makes of rows. */
export const LOADED: Extract<LoadOutcome, { ok: true }> = {
  ok: true,
  rows: 500,
  values: [],
  groups: null,
  kernel: "simd",
  sketch: null,
};
/** What it makes of rows that are of no use. */
export const UNUSABLE: LoadOutcome = { ok: false, reason: "unusable", detail: "no numbers" };
/** A palette that asks for one level. */
export const palette = (target: number): Palette => ({
  targets: [target, null, null, null, null, null],
  held: [false, false, false, false, false, false],
});
/** An outcome with a fingerprint of its own, or else with that of the rows that a scripted service was given last. */
export type Scripted<T> =
  | { readonly ok: true; readonly value: T; readonly fingerprint?: string }
  | Extract<Outcome<T>, { ok: false }>;
/** The answer of a scripted service. */
export const answerTo = (asked: Palette, isCoarse = false): Scripted<LiveAnswer> => ({
  ok: true,
  value: {
    isCoarse,
    elapsed: asked.targets[0],
    report: { status: "aligned", passes: 1 },
  } as unknown as LiveAnswer,
});

/** What a scripted service does; the rest it does at once. */
export interface Script {
  load(rows: Rows): LoadOutcome | Promise<LoadOutcome>;
  answer(palette: Palette): Promise<Scripted<LiveAnswer>>;
  refine(palette: Palette): Promise<Scripted<LiveAnswer>>;
  picture(request: PictureRequest): Promise<Scripted<RegionPicture>>;
}

/** A service that does at once what a test says. */
export function scripted(over: Partial<Script> = {}): SolverApi {
  let held = "";
  const script: Script = {
    load: () => LOADED,
    answer: async (asked) => answerTo(asked),
    refine: async (asked) => answerTo(asked),
    picture: async () => ({ ok: true, value: {} as RegionPicture }),
    ...over,
  };
  const marked = async <T>(outcome: Promise<Scripted<T>>): Promise<Outcome<T>> => {
    const fingerprint = held;
    const made = await outcome;
    return made.ok ? { fingerprint, ...made } : made;
  };
  return {
    async load(rows, fingerprint) {
      const outcome = await script.load(rows);
      if (outcome.ok) held = fingerprint;
      return outcome;
    },
    answer: (asked) => marked(script.answer(asked)),
    refine: (asked) => marked(script.refine(asked)),
    picture: (asked) => marked(script.picture(asked)),
    cancel: () => undefined,
  };
}

const engines: EngineClient[] = [];
const workers: InProcessWorker[] = [];

/** Ends all that was started; a test file does so after each test. */
export function endEngines(): void {
  for (const engine of engines.splice(0)) engine.stop();
  for (const worker of workers.splice(0)) worker.terminate();
}

/** How the workers of an engine are in a test. */
interface EngineWeather {
  /** Whether there are locks. Default true. */
  readonly hasLocks?: boolean;
  /** Milliseconds by the clock that a worker takes for a call. Default none. */
  readonly takes?: (call: string) => number;
}

/** An engine whose workers serve, one after the other, what `make` makes. */
export function start(
  make: (place: number) => object = () => new SolverService(),
  { hasLocks = true, takes }: EngineWeather = {},
) {
  const clock: HandClock = handClock();
  const threadLocks = handLocks();
  const statuses: WorkerStatus[] = [];
  const answered: (number | null)[] = [];
  const exact: (number | null)[] = [];
  const problems: string[] = [];
  const own: InProcessWorker[] = [];
  const client = startEngine(
    () => {
      const worker = new InProcessWorker(make(own.length), {
        locks: hasLocks ? threadLocks() : null,
        pace: takes ? { clock, takes } : null,
      });
      own.push(worker);
      workers.push(worker);
      return worker;
    },
    {
      onStatus: (status) => statuses.push(status),
      onAnswer: ({ isCoarse }, asked) => {
        answered.push(asked.targets[0]);
        if (!isCoarse) exact.push(asked.targets[0]);
      },
      onPicture: () => undefined,
      onProblem: (detail) => problems.push(detail),
    },
    { clock, locks: hasLocks ? threadLocks() : null },
  );
  engines.push(client);
  return { engine: client, workers: own, statuses, answered, exact, problems, clock };
}
