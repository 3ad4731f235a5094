import type { LiveAnswer } from "../../core/answer.ts";
import { SAFE_SHARE } from "../../core/repair/safe-mix.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { fewestDraws } from "../../core/trust/forecast.ts";
import { STRONG_SHARE, type VerdictKind, verdictKind } from "../../state/verdict.ts";
import { formatCount, formatNats, formatPercent } from "../../ui/format.ts";
import { plainText } from "../../ui/rich-text.tsx";
import type { HelpTerm } from "../../ui/text/en/help.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { priceStep } from "../kit/price.ts";
import { formatAnswers, formatShare } from "./format-answers.ts";
import { inequalitySentence } from "./inequality-sentence.ts";
import { type RepairCard, repairCards } from "./repair-model.ts";

/** Weights count as such where they leave this share fewer effective answers than rows. */
const WEIGHTED = 1e-6;

/** One large number with its caption. */
interface Figure {
  readonly term: HelpTerm;
  readonly value: string;
  readonly caption: string;
}

/** The verdict in words, ready to draw; sentences may hold ** marks. */
export interface Verdict {
  readonly state: VerdictKind;
  /** False where nothing is asked: there is nothing to be reached either. */
  readonly isAsked: boolean;
  readonly headline: string;
  readonly sentences: readonly string[];
  /** Quieter sentences below. */
  readonly notes: readonly string[];
  readonly figures: readonly Figure[];
  /** Says of what the figures are, where that is not the palette itself. */
  readonly figuresOf: string | null;
  readonly repairs: readonly RepairCard[];
  /** What a screen reader hears once movement stops. */
  readonly announcement: string;
}

/** What the verdict is drawn from. */
export interface VerdictInput {
  readonly answer: LiveAnswer;
  readonly palette: Palette;
  readonly values: readonly ValueSummary[];
  readonly labels: readonly string[];
  readonly rows: number;
}

/** An answer in words and numbers. */
export function verdictOf(input: VerdictInput, text: Catalogue): Verdict {
  const state = verdictKind(input.answer);
  const words = wordsFor(state, input, text);
  const detail = words.sentences.map(plainText).join(" ");
  return {
    state,
    isAsked: input.palette.targets.some((target) => target !== null),
    ...words,
    figures: figuresOf(input, text),
    figuresOf: figuresOwner(state, input.answer, text),
    repairs: repairCards(input, text),
    announcement: text.verdict.announce(words.headline, detail),
  };
}

type Words = Pick<Verdict, "headline" | "sentences" | "notes">;

function wordsFor(state: VerdictKind, input: VerdictInput, text: Catalogue): Words {
  if (state === "out-of-reach") return outOfReach(input, text);
  if (state === "boundary") return onTheEdge(input, text);
  if (state === "not-settled") return unsettled(input, text);
  return within(state, input, text);
}

function within(state: VerdictKind, input: VerdictInput, text: Catalogue): Words {
  const words = text.verdict;
  const { report } = input.answer;
  const thin = state === "thin";
  if (input.palette.targets.every((target) => target === null))
    return { headline: words.headline.nothing, sentences: [words.nothingLine], notes: [] };
  if (report.status === "already-met")
    return { headline: words.headline.met, sentences: [words.metLine], notes: [] };
  const sentences = [
    words.drift(formatNats(report.kl), formatAnswers(report.ess), formatCount(input.rows)),
    ...dearest(input, text),
  ];
  const notes = strengthNotes(input, thin, text);
  return { headline: thin ? words.headline.thin : words.headline.reachable, sentences, notes };
}

/** Whether the change is a strong one, or carried by few; measured by the answers that carry the original mix. */
function strengthNotes({ answer, rows }: VerdictInput, thin: boolean, text: Catalogue): string[] {
  const words = text.verdict;
  const { report, baselineEss } = answer;
  const isWeighted = baselineEss < (1 - WEIGHTED) * rows;
  if (report.ess < STRONG_SHARE * baselineEss)
    return [
      isWeighted
        ? words.strongWeighted(formatAnswers(report.ess), formatAnswers(baselineEss))
        : words.strong(formatShare(report.ess / rows)),
    ];
  if (!thin) return [];
  return isWeighted
    ? [words.weighted(formatAnswers(baselineEss)), words.thinAdvice]
    : [words.thinAdvice];
}

function dearest({ answer, palette, values, labels }: VerdictInput, text: Catalogue): string[] {
  const words = text.verdict;
  const { sharedPrices, dearest: step } = answer;
  const { lambda } = answer.report;
  const targetCount = palette.targets.filter((target) => target !== null).length;
  const lines: string[] = [];
  if (step && targetCount > 1 && !sharedPrices.includes(step.value)) {
    const name = labels[step.value];
    const { label } = priceStep(values[step.value]);
    lines.push(
      step.cost === null
        ? words.dearestBeyond(name, label)
        : words.dearest(name, label, formatNats(step.cost)),
    );
  }
  if (sharedPrices.length > 0) lines.push(words.shared(sharedPrices.map((i) => labels[i])));
  const free = labels.filter(
    (_, i) => palette.targets[i] !== null && lambda[i] === 0 && !sharedPrices.includes(i),
  );
  if (free.length > 0 && free.length < targetCount) lines.push(text.verdict.free(free));
  return lines;
}

function onTheEdge({ answer, palette, rows }: VerdictInput, text: Catalogue): Words {
  const { kl } = answer.report;
  const words = text.verdict.proof[palette.mode ?? "pooled"];
  return {
    headline: text.verdict.headline.edge,
    sentences: [
      words.edge(formatCount(answer.kept ?? rows), formatCount(rows)),
      text.verdict.edgeLimit(formatNats(kl)),
    ],
    notes: [],
  };
}

function outOfReach(input: VerdictInput, text: Catalogue): Words {
  const { answer, labels } = input;
  const { inequality } = answer;
  const names = answer.conflict.map((i) => labels[i]);
  const hint = text.verdict.conflictHint(names);
  const proof = inequality
    ? inequalitySentence(inequality, input, text)
    : text.verdict.proof[input.palette.mode ?? "pooled"].unprinted;
  return {
    headline: text.verdict.headline.out(names),
    sentences: hint ? [proof, hint] : [proof],
    notes: [],
  };
}

function unsettled({ answer }: VerdictInput, text: Catalogue): Words {
  return {
    headline: text.verdict.headline.unsettled,
    sentences: [text.verdict.unsettledLine(formatCount(answer.report.passes))],
    notes: [text.verdict.unsettledHint],
  };
}

function figuresOwner(state: VerdictKind, answer: LiveAnswer, text: Catalogue): string | null {
  if (answer.shownIs === "closest-safe-mix" && answer.scaleBack)
    return text.verdict.figures.ofShown(formatPercent(SAFE_SHARE * answer.scaleBack.edge.rho));
  return state === "boundary" ? text.verdict.figures.atLimit : null;
}

function figuresOf({ answer, palette, rows }: VerdictInput, text: Catalogue): Figure[] {
  const { kl, ess, status } = answer.shown;
  const words = text.verdict.figures;
  if (status === "iteration-limit") return [];
  const figures: Figure[] = [
    { term: "drift", value: formatNats(kl), caption: words.drift },
    {
      term: "carry",
      value: formatAnswers(ess),
      caption: words.carry(formatShare(ess / rows)),
    },
  ];
  // Per prompt the drift is counted from the loaded answers themselves, so it says nothing of how many would have to be drawn.
  if (palette.mode === "per-prompt") return figures;
  const fewest = status === "already-met" ? 1 : fewestDraws(kl);
  return [
    ...figures,
    { term: "needed", value: text.verdict.atLeast(formatCount(fewest)), caption: words.needed },
  ];
}
