import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Problem, problemOf } from "./problem.ts";

const SHARED = resolve(import.meta.dirname, "../../../../shared");

/** True where the exact answers and the public samples stand beside the repository. */
export const hasShared = existsSync(resolve(SHARED, "golden/recorded-palettes.json"));

/** One palette with its exact answer, in raw units. */
export interface GoldenPalette {
  readonly values: readonly string[];
  readonly palette: readonly number[];
  readonly model?: string;
  readonly source: string;
  readonly verdict: "feasible" | "infeasible";
  readonly margin_sd: number;
  readonly lambda?: readonly number[];
  readonly kl_nats?: number;
  readonly ess?: number;
  readonly rho_from_mean?: number;
}

/** A golden file of ../shared/golden. */
export function golden<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(SHARED, "golden", name), "utf8"));
}

const files: Record<string, string> = {
  llama2_chat: "llama2_chat-Anthropic-harmless.json",
  "opt1.3b": "opt1.3b-Anthropic-harmless.json",
};
const loaded = new Map<string, Record<string, number>[]>();

/** The public samples of a model, restricted to some values. */
export function sharedProblem(values: readonly string[], model = "llama2_chat"): Problem {
  let rows = loaded.get(model);
  if (!rows) {
    rows = JSON.parse(
      readFileSync(resolve(SHARED, "data/map-rewards", files[model]), "utf8"),
    ) as Record<string, number>[];
    loaded.set(model, rows);
  }
  return problemOf(
    values.map((id) => Float64Array.from(rows ?? [], (row) => row[id])),
    { ids: values },
  );
}
