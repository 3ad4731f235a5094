import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const VALUES = ["humor", "helpfulness", "harmlessness", "warmth"] as const;
const SPAN = 7;

type Answer = { text: string } & Record<(typeof VALUES)[number], number>;
interface Question {
  question: string;
  answers: Answer[];
}

const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
const topics: Question[][] = readdirSync(join(import.meta.dirname, "questions")).map((file) =>
  read(`questions/${file}`),
);
const questions = topics.flat();
const answers = questions.flatMap((question) => question.answers);
const pairs = <T>(list: readonly T[]) =>
  list.flatMap((left, index) => list.slice(index + 1).map((right) => [left, right] as const));

/** The runs of seven words of a text, in lower case and without punctuation. */
function spansOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  const starts = Array.from({ length: Math.max(0, words.length - SPAN + 1) }, (_, start) => start);
  return new Set(starts.map((start) => words.slice(start, start + SPAN).join(" ")));
}

function correlation(left: readonly number[], right: readonly number[]): number {
  const centred = (list: readonly number[]) => {
    const mean = list.reduce((sum, grade) => sum + grade, 0) / list.length;
    return list.map((grade) => grade - mean);
  };
  const [a, b] = [centred(left), centred(right)];
  const dot = (x: number[], y: number[]) => x.reduce((sum, grade, i) => sum + grade * y[i], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe("the practice answers", () => {
  test("are sixteen to each of forty-eight questions, six questions to each of eight topics", () => {
    expect(topics.map((topic) => topic.length)).toEqual(Array(8).fill(6));
    expect(questions.map((question) => question.answers.length)).toEqual(Array(48).fill(16));
    expect(new Set(questions.map((question) => question.question)).size).toBe(48);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(768);
  });

  test("have ten to ninety words", () => {
    const lengths = answers.map((answer) => answer.text.split(/\s+/).length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(90);
  });

  test("carry whole grades from 0 to 4 for every value and nothing else", () => {
    const isGraded = ({ text: _, ...grades }: Answer) =>
      Object.keys(grades).join() === VALUES.join() &&
      Object.values(grades).every((grade) => [0, 1, 2, 3, 4].includes(grade));
    expect(answers.filter((answer) => !isGraded(answer))).toEqual([]);
  });

  test("are no templates of one another", () => {
    const holders = new Map<string, Answer[]>();
    const spans = new Map(answers.map((answer) => [answer, spansOf(answer.text)]));
    for (const [answer, own] of spans) {
      for (const span of own) holders.set(span, [...(holders.get(span) ?? []), answer]);
    }
    // Only answers that share a span at all are compared, which are none or few.
    for (const [left, right] of [...holders.values()].flatMap(pairs)) {
      const [a, b] = [spans.get(left)!, spans.get(right)!];
      expect(a.intersection(b).size / Math.min(a.size, b.size), left.text).toBeLessThan(0.2);
    }
  });

  test("use every grade of a value for at least one answer in twenty", () => {
    for (const value of VALUES) {
      for (const grade of [0, 1, 2, 3, 4]) {
        const share = answers.filter((answer) => answer[value] === grade).length / answers.length;
        expect(share, `${value} ${grade}`).toBeGreaterThanOrEqual(0.05);
      }
    }
  });

  test("differ in every value within every question", () => {
    for (const { question, answers: own } of questions) {
      for (const value of VALUES) {
        const grades = new Set(own.map((answer) => answer[value]));
        expect(grades.size, `${question} ${value}`).toBeGreaterThan(1);
      }
    }
  });

  test("have values that do not go hand in hand", () => {
    for (const [left, right] of pairs(VALUES)) {
      const grades = [left, right].map((value) => answers.map((answer) => answer[value]));
      expect(Math.abs(correlation(grades[0], grades[1])), `${left} ${right}`).toBeLessThan(0.6);
    }
  });
});

describe("the rubric", () => {
  test("says in both languages what each value and each of its five grades means", () => {
    const rubric = read("rubric.json");
    expect(Object.keys(rubric)).toEqual([...VALUES]);
    for (const value of VALUES) {
      expect(Object.keys(rubric[value])).toEqual(["en", "de"]);
      for (const { definition, grades } of Object.values<{ definition: string; grades: string[] }>(
        rubric[value],
      )) {
        expect(
          [definition, ...grades].filter((sentence) => /^\S.*\.$/u.test(sentence)),
        ).toHaveLength(6);
      }
    }
  });
});
