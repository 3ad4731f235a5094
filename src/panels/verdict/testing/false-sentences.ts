import { tradeOffs } from "../../../core/analyses/trade-offs.ts";
import type { TradeGap } from "../../../core/compare/trade-off.ts";
import { repairPalette } from "../../../core/repair/repairs.ts";
import { noCheckpoint } from "../../../core/rows/checkpoint.ts";
import { lambdaInSd } from "../../../core/rows/samples.ts";
import { isReachable } from "../../../core/solve/report.ts";
import { decodingForecast, fewestDraws } from "../../../core/trust/forecast.ts";
import { digitsFor, formatBound } from "../../../ui/format.ts";
import { plainText } from "../../../ui/rich-text.tsx";
import { en } from "../../../ui/text/en.ts";
import { priceLine } from "../../palette/price-line.ts";
import { allRepairCards, limitNames, limitOf, REPAIR_LIMITS } from "../repair-model.ts";
import { verdictOf } from "../verdict-model.ts";
import { type DrawnPalette, drawnPalette } from "./drawn-palette.ts";
import { repairRules } from "./repair-rules.ts";
import { read, wrongSentences } from "./sentence-check.ts";
import { VERDICT_RULES } from "./verdict-rules.ts";

/** How many sentences of a random palette were recomputed from their own text, and those that are not true. */
export interface SentenceCount {
  readonly checked: number;
  readonly wrong: readonly string[];
}

/** Every sentence with a number that the verdict, the repairs, the sliders and the trade-offs print of one random palette. */
export async function falseSentences(seed: number): Promise<SentenceCount> {
  const drawn = await drawnPalette(seed);
  const { sentences, notes, figures } = verdictOf(drawn, en);
  const said = [...sentences, ...notes].map(plainText);
  const needed = figures.flatMap(({ term, value }) => (term === "needed" ? `needed ${value}` : []));
  const prices = drawn.labels.map((label, i) => `${label}: ${priceOf(drawn, i)}`);
  const counts = [
    await wrongSentences([...said, ...needed, ...prices], VERDICT_RULES, drawn),
    await wrongRepairs(drawn),
    await wrongTrades(drawn),
    await wrongMaxima(drawn),
    await wrongForecast(drawn),
  ];
  return {
    checked: counts.reduce((s, { checked }) => s + checked, 0),
    wrong: counts.flatMap(({ wrong }) => wrong.map((text) => `${seed}: ${text}`)),
  };
}

/** What the block of a value says of its price. */
function priceOf({ answer, palette, values }: DrawnPalette, i: number): string {
  const part = palette.targets[i] === null ? "out" : palette.held[i] ? "hold" : "target";
  return priceLine(answer, i, values[i], part, en);
}

async function wrongRepairs(drawn: DrawnPalette): Promise<SentenceCount> {
  const { answer, oracle, samples, palette, solveCache } = drawn;
  let checked = 0;
  const wrong: string[] = [];
  for (const choice of answer.scaleBack ? REPAIR_LIMITS : []) {
    const limit = limitOf(choice, answer.baselineEss);
    const repairs = await repairPalette(oracle, samples, palette, solveCache, { limit });
    const all = allRepairCards(repairs, choice, drawn, en);
    const name = limitNames(answer.baselineEss, en)[choice];
    for (const card of all) {
      const lines = [card.cost, ...card.changes.map(plainText), ...card.share.split(" · "), name];
      const found = await wrongSentences(lines, repairRules({ card, all, limit }), drawn);
      checked += found.checked;
      wrong.push(...found.wrong.map((line) => `${choice}, ${card.title}: ${line}`));
    }
  }
  return { checked, wrong };
}

/** "No more than" on every slider: just inside it there is a mix, just outside none. */
async function wrongMaxima({ answer, labels, values, palette, solve }: DrawnPalette) {
  const wrong: string[] = [];
  const maxima = answer.reachableMaximum.flatMap((most, i) => (most === null ? [] : [{ most, i }]));
  for (const { most, i } of maxima) {
    const { sd, lowerIsBetter } = values[i];
    const printed = formatBound(most, digitsFor(sd), lowerIsBetter ? "least" : "greatest");
    const beyond = read(printed) + (lowerIsBetter ? -1 : 1) * 1e-5 * (sd || 1);
    const at = (level: number) => solve(palette.targets.map((c, k) => (k === i ? level : c)));
    const isOutside = (await at(beyond)).status === "infeasible";
    const isInside = isReachable((await at(most + (lowerIsBetter ? 1 : -1) * 1e-5 * sd)).status);
    if (!isOutside || !isInside) wrong.push(`${labels[i]}: no more than ${printed}`);
  }
  return { checked: maxima.length, wrong };
}

/** Fewer answers than are called necessary reach no palette, and per prompt all answers to each are the mix itself. */
async function wrongForecast({ answer, samples, values, palette }: DrawnPalette) {
  const { report } = answer;
  const isPerPrompt = palette.mode === "per-prompt";
  const needed = fewestDraws(report.kl);
  if (report.status !== "aligned" || (!isPerPrompt && !(needed > 2 && needed < 300)))
    return { checked: 0, wrong: [] };
  const lambda = lambdaInSd(values, report.lambda);
  const [point] = await decodingForecast(samples, lambda, {
    ks: [isPerPrompt ? largestPrompt(samples) : needed - 1],
    draws: 1000,
    mode: palette.mode,
  });
  const gaps = [...lambda.keys()].map((i) => {
    const gap = ((point?.levels[i] ?? 0) - report.levels[i]) * (values[i].lowerIsBetter ? -1 : 1);
    return { gap, error: 5 * (point?.se[i] ?? 0) + 1e-9 };
  });
  const binds = gaps.filter((_, i) => lambda[i] > 0);
  const isTrue = isPerPrompt
    ? !point || gaps.every(({ gap, error }) => Math.abs(gap) <= error)
    : binds.some(({ gap, error }) => gap < error);
  return { checked: 1, wrong: isTrue ? [] : [`forecast of ${point?.k} answers`] };
}

function largestPrompt({ prompts }: DrawnPalette["samples"]): number {
  const counts = new Map<number, number>();
  for (const x of prompts ?? []) counts.set(x, (counts.get(x) ?? 0) + 1);
  return Math.max(...counts.values());
}

/** What a raise of one value costs another, from the table. */
async function wrongTrades(drawn: DrawnPalette): Promise<SentenceCount> {
  const { samples, oracle, palette, solveCache, labels } = drawn;
  const context = { samples, oracle, solveCache, checkpoint: noCheckpoint };
  const found = await tradeOffs(context, { palette });
  const cells = (found?.change ?? []).flatMap((row, i) =>
    row.flatMap((cell, k) => (cell === null ? [] : [{ i, k, cell }])),
  );
  const wrong: string[] = [];
  for (const { i, k, cell } of cells)
    if (!(await isTrade(cell, { i, k, raise: found?.raise[i] ?? 0 }, drawn)))
      wrong.push(`raise ${labels[i]}, ${labels[k]} pays ${cell}`);
  return { checked: cells.length, wrong };
}

/** Whether raising value i and paying with value k alone keeps the drift, or cannot for the reason given. */
async function isTrade(
  cell: number | TradeGap,
  { i, k, raise }: { readonly i: number; readonly k: number; readonly raise: number },
  { palette, solve }: DrawnPalette,
): Promise<boolean> {
  const paid = typeof cell === "number" ? (palette.targets[k] ?? 0) + cell : null;
  const raised = palette.targets.map((c, v) => (v === i ? (c ?? 0) + raise : c));
  const here = await solve(palette.targets);
  const there = await solve(raised.map((c, v) => (v === k ? paid : c)));
  if (cell === "free") return here.lambda[k] === 0;
  if (cell === "beyond") return !isReachable(there.status);
  return cell === "not-enough" ? there.kl > here.kl : Math.abs(there.kl - here.kl) < 1e-6;
}
