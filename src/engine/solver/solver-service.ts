import type { AnalysisContext } from "../../core/analyses/analysis-context.ts";
import type { LiveAnswer } from "../../core/answer.ts";
import { answerPalette } from "../../core/live-answer.ts";
import { type PictureRequest, regionKey } from "../../core/region/picture-request.ts";
import { regionPicture } from "../../core/region/region.ts";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { TiltOracle, View } from "../../core/rows/oracle.ts";
import type { Palette } from "../../core/rows/palette.ts";
import { type Samples, samplesInSteps } from "../../core/rows/samples.ts";
import { SolveCache } from "../../core/solve/solve-cache.ts";
import { drawCalibratedSample } from "../../ingest/calibrated/calibrated-sample.ts";
import {
  type AnalysisName,
  type AnalysisRequest,
  type AnalysisResult,
  allAnalyses,
} from "../../moral/moral-analyses.ts";
import type {
  AnalysesApi,
  LoadOutcome,
  Outcome,
  PromptGrouping,
  Rows,
  RunAnalysis,
  SolverApi,
} from "../contract.ts";
import { messageOf } from "../error-message.ts";
import { type PlacedSamples, placeSamples } from "../rows/kernel-oracle.ts";
import { type PooledOracle, pooledOracle } from "../rows/pool.ts";
import { nextMessage, politeOracle, restBetween, Superseded } from "./polite-oracle.ts";
import { type Sketch, sketchOf } from "./sketch.ts";

const ANSWER_STRETCH_MS = 100;
/** Analyses of very many passes whose outcome is a picture: of many rows a part is enough. */
const DRAWN: ReadonlySet<AnalysisName> = new Set(["pair", "cloud", "mixes", "sequential"]);

/** Every analysis as a function of its request. */
const ANALYSES: {
  readonly [N in AnalysisName]: (
    context: AnalysisContext,
    request: AnalysisRequest<N>,
  ) => Promise<AnalysisResult<N>>;
} = allAnalyses;
const ANALYSIS_NAMES = Object.keys(allAnalyses).filter(
  (name): name is AnalysisName => name in ANALYSES,
);

interface Loaded {
  readonly fingerprint: string;
  readonly samples: Samples;
  readonly oracle: PooledOracle;
  /** For answers: seldom pauses, so that a worker at work still says that it is alive. */
  readonly steady: TiltOracle;
  /** Part of many rows for pictures and for the analyses that need very many passes; null where all are few enough. */
  readonly sketch: Sketch | null;
  readonly solveCaches: Readonly<Record<"pooled" | "per-prompt", SolveCache>>;
}

/** Holds the rows and answers for them; lives in the worker. The drag goes first: pictures give way between passes. */
export class SolverService implements SolverApi {
  /** Each analysis by its name, as the page calls it. */
  readonly analyses: AnalysesApi = analysesOf(this);
  private loaded: Loaded | null = null;
  private newestLoad = 0;
  private newestAnswer = 0;
  private newestPicture = 0;
  private answering: Promise<unknown> | null = null;
  /** The answer that is being worked out goes before anything in the background. */
  private readonly behind = { first: () => this.answering };
  private readonly newestOf = new Map<AnalysisName, number>();
  private drawn: { readonly key: string; readonly picture: RegionPicture } | null = null;

  /** `makeShard` starts a worker for a part of the rows, one per core but this; none (default) keeps all rows in this process. */
  constructor(
    private readonly makeShard: (() => Worker) | null = null,
    private readonly cores = 1,
    /** Lets messages in between the steps of a load. */
    private readonly rest: () => Promise<void> = nextMessage,
  ) {}

  /** Replaces the rows; those before stay where these are of no use, or where newer ones come meanwhile. */
  async load(rows: Rows, fingerprint: string): Promise<LoadOutcome> {
    const ownTurn = ++this.newestLoad;
    try {
      const placed = placeSamples(
        await this.inSteps(
          rows.kind === "sample" ? sampleSteps(rows) : samplesInSteps(rows.columns, rows),
        ),
      );
      if (ownTurn !== this.newestLoad) throw new Superseded();
      await this.rest();
      return this.take(placed, fingerprint);
    } catch (error) {
      return { ok: false, reason: "unusable", detail: messageOf(error) };
    }
  }

  /** Verdict, distributions, maxima and the first repair of a palette; of very many rows it may be coarse. */
  async answer(palette: Palette): Promise<Outcome<LiveAnswer>> {
    this.newestAnswer++;
    const work = this.attempt(({ steady, samples, solveCaches, sketch }) => {
      const own = solveCaches[palette.mode ?? "pooled"];
      const isFirst = own.pointCache.points.length === 0;
      return answerPalette(steady, samples, palette, own, isFirst ? null : sketch?.coarse);
    });
    this.answering = work;
    const outcome = await work;
    if (this.answering === work) this.answering = null;
    return outcome;
  }

  /** The exact answer to a palette whose answer was coarse; the next answer supersedes it. */
  async refine(palette: Palette): Promise<Outcome<LiveAnswer>> {
    const ownTurn = this.newestAnswer;
    return this.attempt(({ oracle, samples, solveCaches }) => {
      const polite = politeOracle(oracle, () => ownTurn === this.newestAnswer, this.behind);
      return answerPalette(polite, samples, palette, solveCaches[palette.mode ?? "pooled"]);
    });
  }

  /** The region of a pair; a newer request supersedes it. */
  async picture(request: PictureRequest): Promise<Outcome<RegionPicture>> {
    const ownTurn = ++this.newestPicture;
    return this.attempt(async (loaded) => {
      const { oracle, samples } = loaded.sketch ?? loaded;
      const polite = politeOracle(oracle, () => ownTurn === this.newestPicture, this.behind);
      const key = regionKey(request);
      const same = this.drawn?.key === key ? this.drawn.picture : undefined;
      const solveCache = new SolveCache(polite, viewOf(request.palette));
      const picture = {
        ...(await regionPicture(polite, samples, request.palette, request.pair, solveCache, {
          same,
          others: request.others,
        })),
        approximate: loaded.sketch?.share,
      };
      this.drawn = { key, picture };
      return picture;
    });
  }

  /** Runs an analysis as the contract says. */
  async analyse<N extends AnalysisName>(
    name: N,
    request: AnalysisRequest<N>,
    onProgress: (share: number) => void,
  ): Promise<Outcome<AnalysisResult<N>>> {
    const ownTurn = (this.newestOf.get(name) ?? 0) + 1;
    this.newestOf.set(name, ownTurn);
    const isWanted = () => this.newestOf.get(name) === ownTurn;
    return this.attempt((loaded) => {
      const { oracle, samples } = (DRAWN.has(name) && loaded.sketch) || loaded;
      const polite = politeOracle(oracle, isWanted, this.behind);
      const rest = restBetween(isWanted, this.behind);
      const checkpoint = async (share: number) => {
        onProgress(share);
        await rest();
      };
      const solveCache = new SolveCache(
        polite,
        viewOf("palette" in request ? request.palette : undefined),
      );
      return ANALYSES[name]({ samples, oracle: polite, solveCache, checkpoint }, request);
    });
  }

  /** Calls an analysis off. */
  cancel(name: AnalysisName): void {
    this.newestOf.set(name, (this.newestOf.get(name) ?? 0) + 1);
  }

  /** Takes messages between the steps, so that long work is no silence. */
  private async inSteps<T>(steps: Generator<void, T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.rest();
    }
  }

  private take(placed: PlacedSamples, fingerprint: string): LoadOutcome {
    const { samples, kernel } = placed;
    const oracle = pooledOracle(placed, this.makeShard, this.cores);
    this.loaded?.oracle.stop();
    this.newestPicture++;
    this.drawn = null;
    const steady = politeOracle(oracle, () => true, { stretch: ANSWER_STRETCH_MS });
    const sketch = sketchOf(samples, oracle);
    const solveCaches = {
      pooled: new SolveCache(steady, undefined, sketch?.coarse),
      "per-prompt": new SolveCache(steady, { mode: "per-prompt" }, sketch?.coarse),
    };
    this.loaded = { fingerprint, samples, oracle, steady, sketch, solveCaches };
    const groups = groupsOf(samples.prompts);
    const share = sketch?.share ?? null;
    const { rows, values } = samples;
    return { ok: true, rows, values, groups, kernel, sketch: share };
  }

  private async attempt<T>(work: (loaded: Loaded) => Promise<T>): Promise<Outcome<T>> {
    const { loaded } = this;
    if (!loaded) return { ok: false, reason: "no-data", detail: "" };
    try {
      return { ok: true, value: await work(loaded), fingerprint: loaded.fingerprint };
    } catch (error) {
      if (error instanceof Superseded) return { ok: false, reason: "superseded", detail: "" };
      return { ok: false, reason: "failed", detail: messageOf(error) };
    }
  }
}

/** The analyses of a service, by name. */
function analysesOf(service: SolverService): AnalysesApi {
  const run =
    <N extends AnalysisName>(name: N): RunAnalysis<N> =>
    (request, onProgress) =>
      service.analyse(name, request, onProgress);
  const table: Partial<AnalysesApi> = Object.fromEntries(
    ANALYSIS_NAMES.map((name) => [name, run(name)]),
  );
  if (!isComplete(table)) throw new Error("invalid analyses: some have no name");
  return table;
}

function isComplete(table: Partial<AnalysesApi>): table is AnalysesApi {
  return Object.keys(ANALYSES).every((name) => name in table);
}

function* sampleSteps(rows: Extract<Rows, { kind: "sample" }>): Generator<void, Samples> {
  const columns = drawCalibratedSample(rows.name, rows);
  yield;
  return yield* samplesInSteps(columns);
}

function viewOf(palette: Palette | undefined): View | undefined {
  return palette?.mode === "per-prompt" ? { mode: "per-prompt" } : undefined;
}

function groupsOf(prompts: Int32Array | null): PromptGrouping | null {
  if (!prompts) return null;
  const counts: number[] = [];
  for (const x of prompts) counts[x] = (counts[x] ?? 0) + 1;
  counts.sort((a, b) => a - b);
  if (counts[counts.length - 1] < 2) return null;
  const single = counts.findIndex((count) => count > 1);
  return { prompts: counts.length, single, median: counts[Math.floor((counts.length - 1) / 2)] };
}
