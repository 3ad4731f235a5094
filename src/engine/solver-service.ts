import {
  type AnalysisContext,
  type AnalysisName,
  type AnalysisRequest,
  type AnalysisResult,
  analyses,
} from "../core/analyses.ts";
import type { LiveAnswer, Palette, RegionPicture } from "../core/answer.ts";
import { answerPalette } from "../core/live-answer.ts";
import type { TiltOracle, View } from "../core/oracle.ts";
import { regionPicture } from "../core/region.ts";
import {
  buildSamples,
  type RewardColumn,
  type Samples,
  type ValueSummary,
} from "../core/samples.ts";
import { SolveMemory } from "../core/solve-memory.ts";
import type { CalibratedName } from "../ingest/calibrated/calibrated-sample.ts";
import { drawCalibratedSample } from "../ingest/calibrated/calibrated-sample.ts";
import { type PlacedSamples, placeSamples } from "./kernel-oracle.ts";
import { politeOracle, restBetween, Superseded } from "./polite-oracle.ts";
import { type PooledOracle, pooledOracle } from "./pool.ts";

/** Rows to load: a calibrated sample to draw, or columns that were read from a file. */
export type Rows =
  | {
      readonly kind: "sample";
      readonly name: CalibratedName;
      readonly rows: number;
      readonly seed: number;
    }
  | {
      readonly kind: "columns";
      readonly columns: readonly RewardColumn[];
      readonly weights: Float64Array | null;
      readonly prompts: Int32Array | null;
    };

/** How many prompts the answers belong to, and how many answers half of the prompts have at most. */
export interface PromptGrouping {
  readonly prompts: number;
  readonly median: number;
}

/** Outcome of a load; problems are data. */
export type LoadOutcome =
  | {
      readonly ok: true;
      readonly rows: number;
      readonly values: readonly ValueSummary[];
      /** Null without prompts, or where every prompt has one answer. */
      readonly groups: PromptGrouping | null;
      /** Which kernel sums the rows; "plain" where the browser lacks WebAssembly with SIMD. */
      readonly kernel: PlacedSamples["kernel"];
    }
  | { readonly ok: false; readonly reason: string };

/** Outcome of a request that may fail or be overtaken. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: "superseded" | "no-data" | "failed";
      readonly detail: string;
    };

/** What to draw of a pair of values. */
export interface PictureRequest {
  readonly palette: Palette;
  readonly pair: readonly [number, number];
  /** Whether the other values stay at their targets (default) or are free. */
  readonly others?: "targets" | "free";
}

const ANSWER_STRETCH_MS = 100;

interface Loaded {
  readonly samples: Samples;
  readonly oracle: PooledOracle;
  /** For answers: seldom pauses, so that a worker at work still says that it is alive. */
  readonly steady: TiltOracle;
  readonly memory: Readonly<Record<"pooled" | "per-prompt", SolveMemory>>;
}

/** Holds the rows and answers for them; lives in the worker. The drag goes first: pictures give way between passes. */
export class SolverService {
  private loaded: Loaded | null = null;
  private newestPicture = 0;
  private readonly newestOf = new Map<AnalysisName, number>();
  private drawn: { readonly key: string; readonly picture: RegionPicture } | null = null;

  /** `makeShard` starts a worker for a part of the rows, one per core but this; none (default) keeps all rows in this process. */
  constructor(
    private readonly makeShard: (() => Worker) | null = null,
    private readonly cores = 1,
  ) {}

  /** Replaces the rows. */
  load(rows: Rows): LoadOutcome {
    try {
      const placed = placeSamples(
        rows.kind === "sample"
          ? buildSamples(drawCalibratedSample(rows.name, rows))
          : buildSamples(rows.columns, rows),
      );
      const { samples, kernel } = placed;
      const oracle = pooledOracle(placed, this.makeShard, this.cores);
      this.loaded?.oracle.stop();
      this.newestPicture++;
      this.drawn = null;
      const steady = politeOracle(oracle, () => true, ANSWER_STRETCH_MS);
      const memory = {
        pooled: new SolveMemory(steady),
        "per-prompt": new SolveMemory(steady, { mode: "per-prompt" }),
      };
      this.loaded = { samples, oracle, steady, memory };
      const { values } = samples;
      return { ok: true, rows: samples.rows, values, groups: groupsOf(samples.prompts), kernel };
    } catch (error) {
      return { ok: false, reason: messageOf(error) };
    }
  }

  /** Verdict, distributions, maxima and the first repair of a palette. */
  async answer(palette: Palette): Promise<Outcome<LiveAnswer>> {
    return this.attempt(({ steady, samples, memory }) =>
      answerPalette(steady, samples, palette, memory[palette.mode ?? "pooled"]),
    );
  }

  /** The region of a pair; a newer request supersedes it. */
  async picture(request: PictureRequest): Promise<Outcome<RegionPicture>> {
    const mine = ++this.newestPicture;
    return this.attempt(async ({ oracle, samples }) => {
      const polite = politeOracle(oracle, () => mine === this.newestPicture);
      const key = keyOf(request);
      const same = this.drawn?.key === key ? this.drawn.picture : undefined;
      const memory = new SolveMemory(polite, viewOf(request.palette));
      const picture = await regionPicture(polite, samples, request.palette, request.pair, memory, {
        same,
        others: request.others,
      });
      this.drawn = { key, picture };
      return picture;
    });
  }

  /**
   * Runs an analysis in the background: between passes the drag goes first, and a newer request of the same name (or a
   * cancel) supersedes it. `onProgress` is told the share done.
   */
  async analyse<N extends AnalysisName>(
    name: N,
    request: AnalysisRequest<N>,
    onProgress: (share: number) => void,
  ): Promise<Outcome<AnalysisResult<N>>> {
    const mine = (this.newestOf.get(name) ?? 0) + 1;
    this.newestOf.set(name, mine);
    const isWanted = () => this.newestOf.get(name) === mine;
    return this.attempt(({ oracle, samples }) => {
      const polite = politeOracle(oracle, isWanted);
      const rest = restBetween(isWanted);
      const run = analyses[name] as unknown as (
        context: AnalysisContext,
        request: AnalysisRequest<N>,
      ) => Promise<AnalysisResult<N>>;
      const checkpoint = async (share: number) => {
        onProgress(share);
        await rest();
      };
      const memory = new SolveMemory(
        polite,
        viewOf("palette" in request ? request.palette : undefined),
      );
      return run({ samples, oracle: polite, memory, checkpoint }, request);
    });
  }

  /** Calls an analysis off. */
  cancel(name: AnalysisName): void {
    this.newestOf.set(name, (this.newestOf.get(name) ?? 0) + 1);
  }

  /** Answers at once: the page asks whether the worker is still there. */
  ping(): true {
    return true;
  }

  private async attempt<T>(work: (loaded: Loaded) => Promise<T>): Promise<Outcome<T>> {
    if (!this.loaded) return { ok: false, reason: "no-data", detail: "" };
    try {
      return { ok: true, value: await work(this.loaded) };
    } catch (error) {
      if (error instanceof Superseded) return { ok: false, reason: "superseded", detail: "" };
      return { ok: false, reason: "failed", detail: messageOf(error) };
    }
  }
}

/** The region of a pair does not depend on the pair's own targets. */
function keyOf({ palette, pair, others }: PictureRequest): string {
  const asked = palette.targets.map((t, i) => (pair.includes(i) ? null : t));
  return JSON.stringify([pair, others === "free" ? others : asked, palette.mode]);
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
  return { prompts: counts.length, median: counts[Math.floor((counts.length - 1) / 2)] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
