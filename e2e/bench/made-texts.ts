import { seededRandom } from "../../src/core/numerics/random.ts";

/** The values that made texts are judged for. */
const MADE_VALUES = ["care", "fairness", "loyalty", "authority", "sanctity"];

const WORDS = 20;
const VOCABULARY = 20_000;
const SYLLABLES =
  "ba be bi ka ke ko ta te to ra re ro sa se si ma me mi na ne no la le lo sh th st".split(" ");

/**
 * A CSV of made texts of 20 words out of 20,000, by Zipf's law, judged by words that push and by chance: as hard to learn as such
 * texts are. `each` texts are judged for one value in turn, or every text for `all` five.
 */
export function madeLabelled(texts: number, judged: "each" | "all"): string {
  const random = seededRandom(1);
  const pick = (n: number) => Math.floor(random.uniform() * n);
  const vocabulary = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + pick(3) }, () => SYLLABLES[pick(SYLLABLES.length)]).join(""),
  );
  const push = MADE_VALUES.map(() => vocabulary.map(() => random.normal()));
  const lines = ["text,value,judgement"];
  for (let j = 0; j < texts; j++) {
    const words = Array.from({ length: WORDS }, () => Math.floor(VOCABULARY ** random.uniform()));
    const text = words.map((w) => vocabulary[w]).join(" ");
    MADE_VALUES.forEach((value, v) => {
      if (judged === "each" && j % MADE_VALUES.length !== v) return;
      const z = words.reduce((sum, w) => sum + push[v][w], 0) * (2 / Math.sqrt(WORDS));
      lines.push(`${text},${value},${random.uniform() * (1 + Math.exp(-z)) < 1 ? 1 : 0}`);
    });
  }
  return lines.join("\n");
}
