import { lcsLength, lcsPlaces } from "./lcs.ts";
import { numbered, rougeTokens } from "./rouge-tokens.ts";

/** The four measures, in the order in which they are shown. */
export const ROUGE_TYPES = ["rouge1", "rouge2", "rougeL", "rougeLsum"] as const;
/** One of the four measures. */
export type RougeType = (typeof ROUGE_TYPES)[number];

/** Overlap of a prediction with its target, each in [0, 1]. */
interface RougeScore {
  /** Share of the prediction that the target has. */
  readonly precision: number;
  /** Share of the target that the prediction has. */
  readonly recall: number;
  /** F = 2PR/(P + R). */
  readonly f: number;
}

/** All four measures of one prediction. */
export type RougeScores = Readonly<Record<RougeType, RougeScore>>;

/** Tokens or pairs of tokens as numbers. */
type Grams = Int32Array | Float64Array;

/** Settings of ROUGE. */
export interface RougeOptions {
  /** Whether tokens are stemmed. Default false. */
  readonly stem?: boolean;
}

/**
 * ROUGE-1, 2, L and Lsum of `prediction` against one `target` (Lin 2004; method §10). A text without tokens scores 0.
 * Lsum takes each non-empty line as a sentence.
 */
export function rouge(
  target: string,
  prediction: string,
  { stem = false }: RougeOptions = {},
): RougeScores {
  const tokenNumbers = new Map<string, number>();
  const sentencesOf = (text: string) =>
    text
      .split("\n")
      .filter((line) => line.length > 0)
      .map((line) => numbered(rougeTokens(line, stem), tokenNumbers));
  const wantedLines = sentencesOf(target);
  const givenLines = sentencesOf(prediction);
  const wanted = joined(wantedLines);
  const given = joined(givenLines);
  const rougeL = scoreOf(lcsLength(wanted, given), wanted.length, given.length);
  const isOneLine = wantedLines.length === 1 && givenLines.length === 1;
  return {
    rouge1: overlap(wanted, given),
    rouge2: overlap(bigrams(wanted, tokenNumbers.size), bigrams(given, tokenNumbers.size)),
    rougeL,
    rougeLsum: isOneLine ? rougeL : summaryScore(wantedLines, givenLines),
  };
}

/**
 * ROUGE against several references: for each measure the one with the best F, the first of equals.
 * Errors: throws `invalid targets: none` without any.
 */
export function bestRouge(
  targets: readonly string[],
  prediction: string,
  options: RougeOptions = {},
): RougeScores {
  if (targets.length === 0) throw new Error("invalid targets: none");
  const all = targets.map((target) => rouge(target, prediction, options));
  const best = (type: RougeType) =>
    all.map((scores) => scores[type]).reduce((a, b) => (b.f > a.f ? b : a));
  return {
    rouge1: best("rouge1"),
    rouge2: best("rouge2"),
    rougeL: best("rougeL"),
    rougeLsum: best("rougeLsum"),
  };
}

function joined(lines: readonly Int32Array[]): Int32Array {
  if (lines.length === 1) return lines[0];
  return Int32Array.from(lines.flatMap((line) => [...line]));
}

/** Pairs of neighbouring tokens, each as one number. */
function bigrams(tokens: Int32Array, size: number): Float64Array {
  const pairs = new Float64Array(Math.max(0, tokens.length - 1));
  for (let i = 0; i < pairs.length; i++) pairs[i] = tokens[i] * size + tokens[i + 1];
  return pairs;
}

/** Clipped counts: each n-gram counts as often as both sides have it. */
function overlap(wanted: Grams, given: Grams): RougeScore {
  const left = countsOf(wanted);
  let hits = 0;
  for (const gram of given) if (take(left, gram)) hits++;
  return scoreOf(hits, wanted.length, given.length);
}

/** Each target sentence's union of common subsequences with all sentences given; a token counts while both sides have it. */
function summaryScore(wanted: readonly Int32Array[], given: readonly Int32Array[]): RougeScore {
  const wantedLeft = countsOf(joined(wanted));
  const givenLeft = countsOf(joined(given));
  let hits = 0;
  for (const sentence of wanted) {
    const places = new Set<number>();
    for (const other of given) for (const [i] of lcsPlaces(sentence, other)) places.add(i);
    for (const i of [...places].sort((a, b) => a - b)) {
      const token = sentence[i];
      if (!givenLeft.get(token) || !take(wantedLeft, token)) continue;
      take(givenLeft, token);
      hits++;
    }
  }
  const size = (side: readonly Int32Array[]) => side.reduce((n, s) => n + s.length, 0);
  return scoreOf(hits, size(wanted), size(given));
}

function scoreOf(hits: number, wanted: number, given: number): RougeScore {
  const precision = given > 0 ? hits / given : 0;
  const recall = wanted > 0 ? hits / wanted : 0;
  const f = hits > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f };
}

function countsOf(tokens: Grams): Map<number, number> {
  const counts = new Map<number, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function take(counts: Map<number, number>, token: number): boolean {
  const left = counts.get(token) ?? 0;
  if (left > 0) counts.set(token, left - 1);
  return left > 0;
}
