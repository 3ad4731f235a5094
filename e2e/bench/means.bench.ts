import { wrongNearMean } from "../../src/core/testing/check-near-mean.ts";
import { nearMeans } from "../../src/core/testing/near-means.ts";

/** So many palettes of each of ten data sets, in either mode. */
const PER_SET = 25;

/** Palettes with targets within three roundings of a mean, beside HiGHS: verdicts, greatest levels, strength and repairs. */
export async function bench(): Promise<void> {
  let palettes = 0;
  const wrong: string[] = [];
  for (const one of nearMeans(PER_SET, 7)) {
    palettes++;
    const found = await wrongNearMean(one);
    if (found) wrong.push(`${one.set}, ${one.mode}, ${one.targets}: ${found}`);
  }
  console.log(`\n${palettes} palettes with a target at a mean: ${wrong.length} not as HiGHS says`);
  for (const line of wrong) console.log(`- ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}
