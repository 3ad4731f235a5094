import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Problem, problemOf } from "./problem.ts";

/** A model whose public samples are recorded, by the name that the golden palettes give it. */
export type GoldenModel = "llama2_chat" | "opt1.3b";

/** One palette with its exact answer, in raw units. */
export interface GoldenPalette {
  readonly values: readonly string[];
  readonly palette: readonly number[];
  readonly model?: GoldenModel;
  readonly source: string;
  readonly verdict: "feasible" | "infeasible";
  readonly margin_sd: number;
  readonly lambda?: readonly number[];
  readonly kl_nats?: number;
  readonly ess?: number;
  readonly rho_from_mean?: number;
}

/** The rewards of a model's answers by value, and the number of each answer's prompt. */
export type GoldenSamples = Readonly<Record<string, readonly number[]>>;

const FOLDER = join(import.meta.dirname, "golden");
const SAMPLES = { llama2_chat: "llama2-chat.json.gz", "opt1.3b": "opt-1.3b.json.gz" };
const loaded = new Map<GoldenModel, GoldenSamples>();

/** Where the public samples of a model lie: one gzipped JSON object of columns. */
export function goldenPath(model: GoldenModel): string {
  return join(FOLDER, SAMPLES[model]);
}

/** A golden file of JSON by its name; gzipped where the name ends in .gz. */
export function golden<T>(name: string): T {
  const bytes = readFileSync(join(FOLDER, name));
  return JSON.parse((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

/** All columns of the public samples of a model. */
export function goldenSamples(model: GoldenModel): GoldenSamples {
  const samples = loaded.get(model) ?? golden<GoldenSamples>(SAMPLES[model]);
  loaded.set(model, samples);
  return samples;
}

/** The public samples of a model, restricted to some values. */
export function goldenProblem(
  values: readonly string[],
  model: GoldenModel = "llama2_chat",
): Problem {
  const samples = goldenSamples(model);
  return problemOf(
    values.map((id) => samples[id]),
    { ids: values },
  );
}
