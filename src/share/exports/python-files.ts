import { fewestDraws } from "../../core/trust/forecast.ts";
import { withoutNoise } from "./csv.ts";
import type { ExportFacts, ExportValue } from "./export-facts.ts";
import palette from "./python/palette.py?raw";
import resampler from "./python/resampler.py?raw";
import reward from "./python/reward.py?raw";

/** More answers than that nobody draws; what a palette that drifts beyond all bounds is given instead of ∞. */
const MOST_DRAWS = 1_000_000;
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * A Python module with the reward λ·r for GRPO or PPO training, the named reward models to plug in, and a check of its figures
 * against the exported weights. Needs numpy. `module` is its name without the ending.
 */
export function rewardPython(facts: ExportFacts, module: string): string {
  return filled(reward, facts, module);
}

/** A Python module that keeps one of k answers by the softmax of λ·r; as `rewardPython` otherwise. */
export function resamplerPython(facts: ExportFacts, module: string): string {
  return filled(resampler, facts, module);
}

/** The lines that say what a file is, each as a comment of one line; nothing in them can end the comment. */
export function aboutLines({ dataName, link, notes }: ExportFacts): string {
  return ["Value Palette", dataName, ...notes, link]
    .map((line) => `# ${line.replace(CONTROL, " ").trim()}`)
    .join("\n");
}

function filled(template: string, facts: ExportFacts, module: string): string {
  const { shown } = facts.answer;
  const words: Record<string, string> = {
    // Python looks for an encoding in the first two lines; this one is found first.
    about: `# -*- coding: utf-8 -*-\n${aboutLines(facts)}`,
    module,
    values: facts.values.map(valueLine).join("\n"),
    models: facts.values
      .filter(({ price }) => price > 0)
      .map(({ summary }) => `    # ${literal(summary.id)}: lambda prompts, completions: [...],`)
      .join("\n"),
    kl: String(shown.kl),
    ess: String(shown.ess),
    rows: String(facts.rows),
    perPrompt: facts.mode === "per-prompt" ? "True" : "False",
    fewest: String(Math.min(MOST_DRAWS, fewestDraws(shown.kl))),
  };
  return fill(template, { ...words, palette: fill(palette, words) });
}

function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name]);
}

function valueLine({ summary, price, aimed, level }: ExportValue): string {
  const direction = summary.lowerIsBetter ? "-1" : "+1";
  const numbers = [price, summary.mean].map(String);
  const target = aimed === null ? "None" : withoutNoise(aimed);
  return `    Value(${literal(summary.id)}, ${direction}, ${numbers.join(", ")}, ${target}, ${level}),`;
}

/** A Python string: JSON's own escapes mean the same there. */
function literal(text: string): string {
  return JSON.stringify(text);
}
