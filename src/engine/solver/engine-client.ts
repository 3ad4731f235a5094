import { proxy, type Remote, transfer, wrap } from "comlink";
import type { LiveAnswer } from "../../core/answer.ts";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { RewardColumn } from "../../core/rows/samples.ts";
import { type Clock, systemClock } from "../../core/timing/clock.ts";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../../moral/moral-analyses.ts";
import { type NewestWins, newestWins } from "./newest-wins.ts";
import type {
  LoadOutcome,
  Outcome,
  PictureRequest,
  Rows,
  SolverService,
} from "./solver-service.ts";

/** How the worker is doing. */
export type WorkerStatus = "starting" | "ready" | "restarting" | "failed";

/** What the page is told. Callbacks come in the order of the requests; an overtaken request has none. */
export interface EngineEvents {
  onStatus(status: WorkerStatus): void;
  /** A coarse answer to the newest palette is followed by the exact one. */
  onAnswer(answer: LiveAnswer, palette: Palette, isNewest: boolean): void;
  onPicture(picture: RegionPicture, request: PictureRequest): void;
  /** A computation that failed in the worker, in its own words. */
  onProblem(detail: string): void;
}

/** The page's side of the worker. */
export interface EngineClient {
  /** Replaces the rows; they are kept so that a restarted worker can be given them again. */
  load(rows: Rows): Promise<LoadOutcome>;
  ask(palette: Palette): void;
  draw(request: PictureRequest): void;
  /** Runs an analysis; a newer one of the same name, a cancel or a dead worker ends it as `superseded`. */
  analyse<N extends AnalysisName>(
    name: N,
    request: AnalysisRequest<N>,
    onProgress: (share: number) => void,
  ): Promise<Outcome<AnalysisResult<N>>>;
  cancel(name: AnalysisName): void;
  stop(): void;
}

/** Settings of `startEngine`. */
export interface EngineOptions {
  /** Times silence and rest. Default the machine's. */
  readonly clock?: Clock;
}

/** Longest silence in milliseconds before the worker is asked whether it is alive, and to wait for its word. */
const SILENCE_MS = 1500;
const PING_MS = 1000;
/** Loading sorts every column without a pause, so millions of rows may take a while. */
const LOAD_SILENCE_MS = 60_000;
/** A column of more rows than this is copied in a moment of its own, so that the page never stands still. */
const LONG_COPY = 100_000;
const MOST_RESTARTS = 3;
/** A hand that has asked nothing for so long rests. */
const REST_MS = 120;
/** Name of the user timing of an answer; its detail holds the milliseconds spent in the worker, the status and the passes. */
const ANSWER_MEASURE = "answer";

/**
 * Starts a worker and keeps it going: a crash (an error event, or silence while an answer is due) ends it, a new one gets the
 * same rows, and the newest palette and picture are asked again. After three restarts without an answer it gives up.
 */
export function startEngine(
  makeWorker: () => Worker,
  events: EngineEvents,
  { clock = systemClock }: EngineOptions = {},
): EngineClient {
  let worker: Worker | null = null;
  let service: Remote<SolverService> | null = null;
  let rows: Rows | null = null;
  let lastPalette: Palette | null = null;
  let lastPicture: PictureRequest | null = null;
  let restarts = 0;
  let isRestarting = false;
  let endWatch = () => {};
  let endRest = () => {};
  const callOff = new Set<(outcome: Outcome<never>) => void>();
  const askedAt = new WeakMap<Palette, number>();
  let loadWaiters: ((outcome: LoadOutcome) => void)[] = [];

  const answers: NewestWins<Palette> = newestWins(
    (palette: Palette) => call((s) => s.answer(palette) as Promise<Outcome<LiveAnswer>>),
    (outcome, palette, isNewest) => {
      if (outcome.ok) {
        restarts = 0;
        timed(palette, outcome.value);
        events.onAnswer(outcome.value, palette, isNewest);
        if (isNewest && outcome.value.isCoarse)
          endRest = clock.after(REST_MS, () => refinements.ask(palette));
      } else report(outcome);
    },
    () => undefined,
  );
  const refinements: NewestWins<Palette> = newestWins(
    (palette: Palette) => call((s) => s.refine(palette) as Promise<Outcome<LiveAnswer>>),
    (outcome, palette) => {
      if (outcome.ok) events.onAnswer(outcome.value, palette, palette === lastPalette);
      else report(outcome);
    },
    () => undefined,
  );
  const pictures: NewestWins<PictureRequest> = newestWins(
    (request: PictureRequest) => call((s) => s.picture(request) as Promise<Outcome<RegionPicture>>),
    (outcome, request) => {
      if (outcome.ok) events.onPicture(outcome.value, request);
      else report(outcome);
    },
    () => undefined,
  );

  events.onStatus("starting");
  boot();

  return {
    load(next) {
      rows = next;
      lastPalette = null;
      lastPicture = null;
      clearQueues();
      return loadRows();
    },
    ask(palette) {
      lastPalette = palette;
      askedAt.set(palette, performance.now());
      endRest();
      answers.ask(palette);
    },
    draw(request) {
      lastPicture = request;
      pictures.ask(request);
    },
    analyse<N extends AnalysisName>(
      name: N,
      request: AnalysisRequest<N>,
      onProgress: (share: number) => void,
    ) {
      let end: (outcome: Outcome<never>) => void = () => undefined;
      const calledOff = new Promise<Outcome<never>>((resolve) => {
        end = resolve;
      });
      callOff.add(end);
      const run = service?.analyse(name, request, proxy(onProgress)) as
        | Promise<Outcome<AnalysisResult<N>>>
        | undefined;
      return Promise.race([run ?? calledOff, calledOff]).finally(() => callOff.delete(end));
    },
    cancel(name) {
      void service?.cancel(name);
    },
    stop() {
      endWatch();
      endRest();
      worker?.terminate();
    },
  };

  /** A user timing of the last answer, from the question to its arrival, so that anyone can measure a drag in the browser's own tools. */
  function timed(palette: Palette, { elapsed, report }: LiveAnswer): void {
    const start = askedAt.get(palette);
    const { status, passes } = report;
    performance.clearMeasures(ANSWER_MEASURE);
    if (start !== undefined)
      performance.measure(ANSWER_MEASURE, { start, detail: { elapsed, status, passes } });
  }

  function boot(): void {
    const mine = makeWorker();
    worker = mine;
    service = wrap<SolverService>(mine);
    mine.onerror = (event) => {
      event.preventDefault();
      if (worker === mine) restart();
    };
    mine.onmessageerror = () => {
      if (worker === mine) restart();
    };
  }

  async function loadRows(): Promise<LoadOutcome> {
    const wanted = rows;
    const outcome = await new Promise<LoadOutcome>((resolve) => {
      loadWaiters.push(resolve);
      void sendRows(wanted).then(resolve);
    });
    if (outcome.ok && rows === wanted) {
      restarts = 0;
      events.onStatus("ready");
    }
    return outcome;
  }

  /** A worker owns the columns it is given: it gets copies, the page keeps its own for the next one. */
  async function sendRows(wanted: Rows | null): Promise<LoadOutcome> {
    if (!wanted) return { ok: false, reason: "no rows" };
    if (wanted.kind === "sample")
      return call((s) => s.load(wanted) as Promise<LoadOutcome>, LOAD_SILENCE_MS);
    const columns: RewardColumn[] = [];
    for (const column of wanted.columns) {
      columns.push({ ...column, rewards: column.rewards.slice() });
      if (column.rewards.length > LONG_COPY) await new Promise((resolve) => setTimeout(resolve));
    }
    const copy: Rows = { ...wanted, columns };
    const buffers = columns.map((c) => c.rewards.buffer as ArrayBuffer);
    return call((s) => s.load(transfer(copy, buffers)) as Promise<LoadOutcome>, LOAD_SILENCE_MS);
  }

  /** Calls the worker and watches for its silence; a call to a worker that died never settles and is asked again later. */
  async function call<T>(
    work: (service: Remote<SolverService>) => Promise<T>,
    silence = SILENCE_MS,
  ): Promise<T> {
    const mine = worker;
    if (!service) throw new Error("invalid engine: not started");
    arm(silence);
    const outcome = await work(service);
    if (worker === mine && !answers.isBusy()) endWatch();
    else if (worker === mine) arm(SILENCE_MS);
    return outcome;
  }

  function arm(silence: number): void {
    endWatch();
    endWatch = clock.after(silence, () => void probe());
  }

  async function probe(): Promise<void> {
    const mine = worker;
    if (!service) return;
    const isAlive = await Promise.race([
      service.ping(),
      new Promise<false>((resolve) => clock.after(PING_MS, () => resolve(false))),
    ]);
    if (worker !== mine) return;
    if (!isAlive) restart();
    else if (answers.isBusy() || pictures.isBusy()) arm(SILENCE_MS);
  }

  function restart(): void {
    if (isRestarting) return;
    endWatch();
    for (const resolve of callOff) resolve({ ok: false, reason: "superseded", detail: "" });
    callOff.clear();
    worker?.terminate();
    clearQueues();
    if (++restarts > MOST_RESTARTS) {
      worker = null;
      service = null;
      events.onStatus("failed");
      return;
    }
    isRestarting = true;
    events.onStatus("restarting");
    boot();
    isRestarting = false;
    if (rows) void reload();
  }

  async function reload(): Promise<void> {
    const before = restarts;
    const waiting = loadWaiters;
    loadWaiters = [];
    const outcome = await sendRows(rows);
    for (const resolve of waiting) resolve(outcome);
    restarts = before;
    if (!outcome.ok) return;
    events.onStatus("ready");
    if (lastPalette) answers.ask(lastPalette);
    if (lastPicture) pictures.ask(lastPicture);
  }

  function clearQueues(): void {
    endRest();
    for (const queue of [answers, refinements, pictures]) queue.clear();
  }

  function report(outcome: { readonly reason: string; readonly detail: string }): void {
    if (outcome.reason === "failed") events.onProblem(outcome.detail);
  }
}
