import { lcsPlaces } from "./lcs.ts";
import type { RougeOptions, RougeType } from "./rouge.ts";
import { numbered, rougeSpans, type TokenSpan } from "./rouge-tokens.ts";

/** A stretch of a text, and whether the other side has it. Stretches in order make up the whole text. */
export interface Stretch {
  readonly text: string;
  readonly matched: boolean;
}

/** Both sides of a comparison, cut into what was matched and what was not. */
export interface Matches {
  readonly target: readonly Stretch[];
  readonly prediction: readonly Stretch[];
}

type Line = readonly TokenSpan[];

/** What a ROUGE measure counted as common to a target and a prediction, for the eye. */
export function rougeMatches(
  target: string,
  prediction: string,
  type: RougeType,
  { stem = false }: RougeOptions = {},
): Matches {
  const byLine = type === "rougeLsum";
  const wanted = spansOf(target, stem, byLine);
  const given = spansOf(prediction, stem, byLine);
  const [inTarget, inPrediction] =
    type === "rouge1"
      ? grams(wanted[0], given[0], 1)
      : type === "rouge2"
        ? grams(wanted[0], given[0], 2)
        : unions(wanted, given);
  return {
    target: stretches(target, wanted.flat(), inTarget),
    prediction: stretches(prediction, given.flat(), inPrediction),
  };
}

function spansOf(text: string, stem: boolean, byLine: boolean): Line[] {
  if (!byLine) return [rougeSpans(text, stem)];
  let at = 0;
  return text.split("\n").map((line) => {
    const from = at;
    at += line.length + 1;
    return rougeSpans(line, stem).map(({ token, start, end }) => ({
      token,
      start: from + start,
      end: from + end,
    }));
  });
}

function grams(wanted: Line, given: Line, size: number): [Set<TokenSpan>, Set<TokenSpan>] {
  const open = new Map<string, number[]>();
  const gramAt = (line: Line, i: number) =>
    line
      .slice(i, i + size)
      .map(({ token }) => token)
      .join(" ");
  for (let i = 0; i + size <= wanted.length; i++) {
    const gram = gramAt(wanted, i);
    open.set(gram, [...(open.get(gram) ?? []), i]);
  }
  const inTarget = new Set<TokenSpan>();
  const inPrediction = new Set<TokenSpan>();
  for (let j = 0; j + size <= given.length; j++) {
    const i = open.get(gramAt(given, j))?.shift();
    if (i === undefined) continue;
    for (let k = 0; k < size; k++) {
      inTarget.add(wanted[i + k]);
      inPrediction.add(given[j + k]);
    }
  }
  return [inTarget, inPrediction];
}

/** Every target line against every line given; a token counts while both sides still have it. */
function unions(wanted: readonly Line[], given: readonly Line[]): [Set<TokenSpan>, Set<TokenSpan>] {
  const inTarget = new Set<TokenSpan>();
  const inPrediction = new Set<TokenSpan>();
  const tokenNumbers = new Map<string, number>();
  const tokens = (line: Line) =>
    numbered(
      line.map(({ token }) => token),
      tokenNumbers,
    );
  for (const line of wanted) {
    const partners = new Map<number, TokenSpan[]>();
    for (const other of given)
      for (const [i, j] of lcsPlaces(tokens(line), tokens(other)))
        partners.set(i, [...(partners.get(i) ?? []), other[j]]);
    for (const [i, spans] of [...partners].sort(([a], [b]) => a - b)) {
      const partner = spans.find((span) => !inPrediction.has(span));
      if (!partner) continue;
      inTarget.add(line[i]);
      inPrediction.add(partner);
    }
  }
  return [inTarget, inPrediction];
}

/** Neighbouring matched tokens are one stretch, what stands between them included. */
function stretches(text: string, spans: Line, matched: ReadonlySet<TokenSpan>): Stretch[] {
  const out: Stretch[] = [];
  let at = 0;
  for (let i = 0; i < spans.length; i++) {
    if (!matched.has(spans[i])) continue;
    const { start } = spans[i];
    while (i + 1 < spans.length && matched.has(spans[i + 1])) i++;
    const { end } = spans[i];
    if (start > at) out.push({ text: text.slice(at, start), matched: false });
    out.push({ text: text.slice(start, end), matched: true });
    at = end;
  }
  if (at < text.length) out.push({ text: text.slice(at), matched: false });
  return out;
}
