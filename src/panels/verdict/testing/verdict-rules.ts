import type { Samples } from "../../../core/rows/samples.ts";
import { fewestDraws } from "../../../core/trust/forecast.ts";
import type { DrawnPalette } from "./drawn-palette.ts";
import { indexOf, NUMBER, read, reads, type SentenceRule, stepped } from "./sentence-check.ts";

const TERM = /(^| [+−] |^−)?(?:([\d.]+) · )?([A-Z][a-z]+)/g;

/** What a palette costs, solved anew. */
async function costOf(drawn: DrawnPalette) {
  return drawn.solve(drawn.palette.targets);
}

/** Whether a step costs what is printed. */
async function costs(i: number, step: string, printed: string, drawn: DrawnPalette) {
  const there = await drawn.solve(stepped(i, step, drawn));
  return there.status !== "infeasible" && reads(printed, there.kl - (await costOf(drawn)).kl);
}

async function isBeyond(i: number, step: string, drawn: DrawnPalette) {
  return (await drawn.solve(stepped(i, step, drawn))).status === "infeasible";
}

/** The effective answers of the base weights. */
function baselineOf({ weights, rows }: Samples): number {
  return weights ? 1 / weights.reduce((s, q) => s + q * q, 0) : rows;
}

/** The greatest average of a combination: over rows, or over the best row of each prompt. */
function greatest(of: (row: number) => number, { samples, palette }: DrawnPalette): number {
  const { rows, weights, prompts } = samples;
  const best = new Map<number, { most: number; mass: number }>();
  for (let j = 0; j < rows; j++) {
    const mass = weights?.[j] ?? 1 / rows;
    if (!(mass > 0)) continue;
    const key = palette.mode === "per-prompt" && prompts ? prompts[j] : 0;
    const own = best.get(key) ?? { most: Number.NEGATIVE_INFINITY, mass: 0 };
    best.set(key, { most: Math.max(own.most, of(j)), mass: own.mass + mass });
  }
  return [...best.values()].reduce((s, { most, mass }) => s + most * mass, 0);
}

/** Whether no mix has more of some terms than is printed, and the palette asks for more. */
function isProof(
  terms: readonly [number, number][],
  bound: number,
  asked: number,
  drawn: DrawnPalette,
) {
  const most = greatest((j) => terms.reduce((s, [i, c]) => s + c * drawn.raw[i][j], 0), drawn);
  const wanted = terms.reduce((s, [i, c]) => s + c * (drawn.palette.targets[i] ?? Number.NaN), 0);
  const rounding = 1e-12 * (1 + Math.abs(most));
  return most <= bound + rounding && asked <= wanted + rounding && bound < asked;
}

function termsOf(text: string, drawn: DrawnPalette): [number, number][] {
  return [...text.matchAll(TERM)].map(([, sign = "", size = "1", name]) => [
    indexOf(name, drawn),
    (sign.includes("−") ? -1 : 1) * read(size),
  ]);
}

async function isFree(i: number, drawn: DrawnPalette): Promise<boolean> {
  const without = drawn.palette.targets.map((c, k) => (k === i ? null : c));
  const [there, here] = [await drawn.solve(without), await costOf(drawn)];
  return Math.abs(there.kl - here.kl) < 1e-8;
}

const atMost = (form: string): SentenceRule => ({
  form: new RegExp(form.replaceAll("#", NUMBER)),
  isTrue: ([terms, bound, asked], drawn) =>
    isProof(termsOf(terms, drawn), read(bound), read(asked), drawn),
});
const atLeast = (form: string): SentenceRule => ({
  form: new RegExp(form.replaceAll("#", NUMBER)),
  isTrue: ([name, bound, asked], drawn) =>
    isProof([[indexOf(name, drawn), -1]], -read(bound), -read(asked), drawn),
});

/** The sentences of a verdict, of prices and of figures. */
export const VERDICT_RULES: readonly SentenceRule[] = [
  {
    form: new RegExp(
      `^This mix drifts ${NUMBER} nats .*; about ${NUMBER} of ${NUMBER} answers carr`,
    ),
    async isTrue([kl, ess, rows], drawn) {
      const found = await costOf(drawn);
      return reads(kl, found.kl) && reads(ess, found.ess, 1e-5) && read(rows) === drawn.rows;
    },
  },
  {
    form: new RegExp(`^For its spread, (\\w+) costs the most: (.+) more costs ${NUMBER} nats\\.`),
    isTrue: ([name, step, cost], drawn) => costs(indexOf(name, drawn), step, cost, drawn),
  },
  {
    form: /^For its spread, (\w+) costs the most: (.+) more is out of reach\./,
    isTrue: ([name, step], drawn) => isBeyond(indexOf(name, drawn), step, drawn),
  },
  {
    form: /^((?:\w+(?:, | and )?)+) (?:is|are) met for free\./,
    async isTrue([names], drawn) {
      for (const name of names.split(/, | and /))
        if (!(await isFree(indexOf(name, drawn), drawn))) return false;
      return true;
    },
  },
  atMost("^In any mix of these answers, (.+) is at most #. The palette asks for #."),
  atMost(
    "^However the answers to each prompt are chosen, (.+) is at most # on average. The palette asks for #.",
  ),
  atMost("^No mix of these answers lifts (.+) above #. The palette asks for #."),
  atMost(
    "^No choice among the answers to each prompt lifts the average of (.+) above #. The palette asks for #.",
  ),
  atLeast("^No mix of these answers brings (.+) below #. The palette asks for #."),
  atLeast(
    "^No choice among the answers to each prompt brings the average of (.+) below #. The palette asks for #.",
  ),
  {
    form: new RegExp(`come as close to this palette .* keeping ${NUMBER} of ${NUMBER} answers`),
    isTrue: ([kept, rows], { answer, rows: all }) =>
      read(kept) >= answer.report.ess - 1e-3 && read(kept) <= all && read(rows) === all,
  },
  {
    form: new RegExp(`^The drift of ${NUMBER} nats is a limit`),
    isTrue: async ([kl], drawn) => reads(kl, (await costOf(drawn)).kl, 1e-4),
  },
  {
    form: /^A strong change: the weight rests on (<?)\u202f?([\d.]+)\u202f% of the answers/,
    isTrue: ([less, percent], { answer, rows }) =>
      less
        ? answer.report.ess / rows < read(percent) / 100
        : reads(percent, (100 * answer.report.ess) / rows),
  },
  {
    form: new RegExp(
      `own weights about ${NUMBER} answers carry the original mix, but only ${NUMBER} this`,
    ),
    isTrue: ([original, ess], { answer, samples }) =>
      reads(original, baselineOf(samples), 1e-5) && reads(ess, answer.report.ess, 1e-5),
  },
  {
    form: new RegExp(`^By their own weights about ${NUMBER} of the answers`),
    isTrue: ([original], { samples }) => reads(original, baselineOf(samples), 1e-5),
  },
  {
    form: /^Leave out any one of the (\d+) and/,
    isTrue: ([count], { answer }) => read(count) === answer.conflict.length,
  },
  {
    form: new RegExp(`^needed ≥ ${NUMBER}`),
    isTrue: ([k], { answer, palette }) =>
      palette.mode !== "per-prompt" &&
      read(k) === (answer.shown.status === "already-met" ? 1 : fewestDraws(answer.shown.kl)),
  },
  {
    form: new RegExp(`^(\\w+): (?:held · )?≥ ${NUMBER} (?:nats )?for (.+)`),
    async isTrue([name, least, step], drawn) {
      if (drawn.answer.shownIs !== "palette") return true;
      const there = await drawn.solve(stepped(indexOf(name, drawn), step, drawn));
      return (
        there.status === "infeasible" || there.kl - (await costOf(drawn)).kl >= read(least) - 1e-9
      );
    },
  },
  {
    form: /^(\w+): ([+−][\d.,]+) is out of reach/,
    isTrue: ([name, step], drawn) => isBeyond(indexOf(name, drawn), step, drawn),
  },
];
