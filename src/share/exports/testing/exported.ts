import { answerPalette } from "../../../core/live-answer.ts";
import type { Palette } from "../../../core/rows/palette.ts";
import { rowWeights } from "../../../core/rows/row-weights.ts";
import { rowsOracle } from "../../../core/rows/rows-oracle.ts";
import {
  buildSamples,
  type RewardColumn,
  type SamplesOptions,
} from "../../../core/rows/samples.ts";
import { quantileTarget } from "../../../core/rows/units.ts";
import { SolveCache } from "../../../core/solve/solve-cache.ts";
import { drawCalibratedSample } from "../../../ingest/calibrated/calibrated-sample.ts";
import type { PaletteDocument, ValueSetting } from "../../document/document.ts";
import { type ExportFacts, exportFacts } from "../export-facts.ts";
import type { ExportedWeights } from "../row-weights.ts";

/** Facts and weights of a palette, solved. */
export interface Exported {
  readonly facts: ExportFacts;
  readonly weights: ExportedWeights;
}

/** A palette over columns: a baseline quantile in percent for each value that is asked, "hold", or null where it is left out. */
export async function exported(
  columns: readonly RewardColumn[],
  asked: readonly (number | "hold" | null)[],
  options: SamplesOptions & { readonly mode?: Palette["mode"]; readonly notes?: string[] } = {},
): Promise<Exported> {
  const samples = buildSamples(columns, options);
  const oracle = rowsOracle(samples);
  const view = options.mode === "per-prompt" ? { mode: options.mode } : undefined;
  const settings = samples.values.map((v, i): [string, ValueSetting] => {
    const wish = asked[i];
    return [
      v.id,
      {
        participation: wish === null ? "out" : wish === "hold" ? "hold" : "target",
        target: typeof wish === "number" ? quantileTarget(v, wish) : v.mean,
        unit: "quantile",
      },
    ];
  });
  const document: PaletteDocument = {
    version: 1,
    source: { kind: "file", name: "answers.json", fingerprint: "00" },
    values: Object.fromEntries(settings),
    order: samples.values.map((v) => v.id),
    pair: null,
    ...(options.mode ? { mode: options.mode } : {}),
  };
  const palette: Palette = {
    targets: settings.map(([, s]) => (s.participation === "out" ? null : s.target)),
    held: settings.map(([, s]) => s.participation === "hold"),
    mode: options.mode,
  };
  const solveCache = new SolveCache(oracle, view);
  const answer = await answerPalette(oracle, samples, palette, solveCache);
  const facts = exportFacts(
    {
      document,
      values: samples.values,
      labels: samples.values.map((v) => v.id.toUpperCase()),
      rows: samples.rows,
      dropped: 0,
      answer,
    },
    {
      link: "https://host.example/palette/#p=1.abc-_",
      dataName: "answers.json",
      notes: options.notes ?? ["In-sample."],
    },
  );
  const solved = rowWeights(samples, answer.shown.lambda, view);
  const rewards = columns.map(({ id, rewards: values }) => ({ id, values }));
  return { facts, weights: { ...solved, rewards } };
}

/** The calibrated Llama-2 sample with the paper's palette HHH at a quantile: the first three asked, the others held. */
export function exportedHhh(percent: number, rows = 2312): Promise<Exported> {
  const columns = drawCalibratedSample("llama-2-7b-chat", { rows });
  return exported(columns, [percent, percent, percent, "hold", "hold", "hold"]);
}
