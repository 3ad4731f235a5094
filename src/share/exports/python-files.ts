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
    ...drawsOf(facts),
  };
  return fill(template, { ...words, palette: fill(palette, words) });
}

/**
 * What the resampler says of the number of answers. Per prompt the drift is counted from the loaded answers themselves, so it does
 * not say how many are necessary, and whoever draws has to choose.
 */
function drawsOf({ mode, answer }: ExportFacts): Record<"howMany" | "fewest" | "defaultK", string> {
  if (mode === "per-prompt") return { howMany: WITHIN_PROMPTS, fewest: "", defaultK: "" };
  const fewest = Math.min(MOST_DRAWS, fewestDraws(answer.shown.kl));
  return {
    howMany: NECESSARY,
    fewest: `K_NECESSARY = ${fewest}\n\n\n`,
    defaultK: " = K_NECESSARY",
  };
}

const NECESSARY = `Keeping one of k drifts by at most ln k - (k - 1)/k nats, so this palette needs at least K_NECESSARY answers to a prompt. That
is necessary and far from sufficient: the levels come closer to the mix as k grows.`;
const WITHIN_PROMPTS = `The levels come closer to the mix as k grows. λ was fitted to the answers to each prompt by itself: with fewer answers to a prompt
than were loaded the levels tend to stay below the mix, with more of them to go beyond it.`;

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
