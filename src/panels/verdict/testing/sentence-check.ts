import { MINUS } from "../../../ui/format.ts";
import type { DrawnPalette } from "./drawn-palette.ts";

/** A kind of sentence by its form, and whether one of it is true, from what stands in it. */
export interface SentenceRule {
  readonly form: RegExp;
  isTrue(parts: readonly string[], drawn: DrawnPalette): Promise<boolean> | boolean;
}

/** A number as it is printed: "−1,234.5". */
export const NUMBER = "(−?[\\d,]+(?:\\.\\d+)?)";

/** The number that was printed. */
export function read(printed: string): number {
  return Number(printed.replaceAll(",", "").replace(MINUS, "-"));
}

/** Whether a number reads as it was printed: it is no further off than half of the last digit, and rounding. */
export function reads(printed: string, exact: number, slack = 1e-6): boolean {
  const decimals = printed.split(".")[1]?.length ?? 0;
  return (
    Math.abs(read(printed) - exact) <=
    0.5 * 10 ** -decimals * (1 + 1e-9) + slack * (1 + Math.abs(exact))
  );
}

/** The index of a value by the name that is printed. */
export function indexOf(name: string, { labels }: DrawnPalette): number {
  return labels.indexOf(name);
}

/** The palette with one target moved by a printed step, "+0.1". */
export function stepped(i: number, step: string, { palette }: DrawnPalette): (number | null)[] {
  const by = read(step.replace("+", ""));
  return palette.targets.map((c, k) => (k === i && c !== null ? c + by : c));
}

/** What is wrong with some sentences; a sentence with a number that no rule knows is wrong too. */
export async function wrongSentences(
  sentences: readonly string[],
  rules: readonly SentenceRule[],
  drawn: DrawnPalette,
): Promise<{ readonly checked: number; readonly wrong: string[] }> {
  const wrong: string[] = [];
  let checked = 0;
  for (const sentence of sentences) {
    const rule = rules.find(({ form }) => form.test(sentence));
    if (!rule) {
      if (/\d/.test(sentence)) wrong.push(`unknown: ${sentence}`);
      continue;
    }
    checked++;
    const [, ...parts] = rule.form.exec(sentence) ?? [];
    if (!(await rule.isTrue(parts, drawn))) wrong.push(sentence);
  }
  return { checked, wrong };
}
