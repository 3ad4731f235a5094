import { falseSentences } from "../../src/panels/verdict/testing/false-sentences.ts";

const PALETTES = 1000;

/** Every sentence with a number that random palettes are told, reckoned again from its own text. */
export async function bench(): Promise<void> {
  const wrong: string[] = [];
  let checked = 0;
  for (let seed = 0; seed < PALETTES; seed++) {
    const found = await falseSentences(seed);
    checked += found.checked;
    wrong.push(...found.wrong);
  }
  console.log(`\n${checked} sentences of ${PALETTES} palettes, ${wrong.length} of them not true`);
  for (const sentence of wrong) console.log(`- ${sentence}`);
  if (wrong.length > 0) process.exitCode = 1;
}
