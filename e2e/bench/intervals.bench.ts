import { type Random, seededRandom } from "../../src/core/numerics/random.ts";
import { rowsOracle } from "../../src/core/rows/rows-oracle.ts";
import { buildSamples, toSd } from "../../src/core/rows/samples.ts";
import { solveDual } from "../../src/core/solve/dual.ts";
import { intervalsOf } from "../../src/core/trust/intervals.ts";

const SAMPLES = 2000;
const ROWS = 1000;
const PER_PROMPT = 4;
/** Cholesky factor of the correlations 0.3, 0.2 and 0.4. */
const FACTOR = [
  [1, 0, 0],
  [0.3, Math.sqrt(1 - 0.09), 0],
  [0.2, 0.34 / Math.sqrt(1 - 0.09), Math.sqrt(1 - 0.04 - 0.34 ** 2 / (1 - 0.09))],
];
/** Direction of λ: equal prices per sd, so that all three bind in every sample. */
const RAY = [1, 1, 1];

interface Coverage {
  readonly lambda: number[];
  readonly levels: number[];
  kl: number;
  samples: number;
}

/** Coverage of the 90 % intervals on Gaussian samples whose exact λ, levels and KL are known: λ* = Σ⁻¹c, KL* = ½ λ*·c. */
export async function bench(): Promise<void> {
  console.log(
    `\n| 90 % intervals, samples of ${ROWS} rows | samples | KL | λ 1 | λ 2 | λ 3 | KL covered | level 1 | level 2 | level 3 |`,
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|");
  let isHonest = true;
  for (const clustered of [false, true])
    for (const kl of [0.25, 0.5, 1])
      isHonest =
        row(
          clustered ? "four answers per prompt, half their variance shared" : "independent rows",
          kl,
          await coverage(kl, clustered),
        ) && isHonest;
  console.log(
    `\nbudget: λ and KL 85–95 %, levels 82–95 %: ${isHonest ? "kept everywhere" : "NOT KEPT"}`,
  );
  if (!isHonest) process.exitCode = 1;
}

/** Prints one line; false where a coverage is outside its budget. */
function row(name: string, kl: number, found: Coverage): boolean {
  const isWithin = (n: number, low: number) =>
    n / found.samples >= low && n / found.samples <= 0.95;
  const share = (n: number) => `${((100 * n) / found.samples).toFixed(1)} %`;
  console.log(
    `| ${name} | ${found.samples} | ${kl} | ${found.lambda.map(share).join(" | ")} | ${share(found.kl)} | ${found.levels.map(share).join(" | ")} |`,
  );
  return (
    found.samples > 0.99 * SAMPLES &&
    [...found.lambda, found.kl].every((n) => isWithin(n, 0.85)) &&
    found.levels.every((n) => isWithin(n, 0.82))
  );
}

async function coverage(kl: number, clustered: boolean): Promise<Coverage> {
  const sigma = FACTOR.map((a) => FACTOR.map((b) => a.reduce((s, x, k) => s + x * b[k], 0)));
  const along = sigma.map((r) => r.reduce((sum, x, k) => sum + x * RAY[k], 0));
  const scale = Math.sqrt((2 * kl) / RAY.reduce((s, l, i) => s + l * along[i], 0));
  const target = along.map((c) => c * scale);
  const truth = RAY.map((l) => l * scale);
  const random = seededRandom(Math.round(1000 * kl) + (clustered ? 7 : 0));
  const found: Coverage = { lambda: [0, 0, 0], levels: [0, 0, 0], kl: 0, samples: 0 };
  const prompts = clustered
    ? Int32Array.from({ length: ROWS }, (_, j) => Math.floor(j / PER_PROMPT))
    : null;
  for (let s = 0; s < SAMPLES; s++) {
    const columns = draw(random, clustered);
    const samples = buildSamples(
      columns.map((rewards, i) => ({ id: `v${i}`, rewards })),
      { prompts },
    );
    const solution = await solveDual(
      rowsOracle(samples),
      Float64Array.from(samples.values, (v, i) => toSd(v, target[i])),
    );
    if (solution.status !== "aligned" || solution.lambda.some((l) => l === 0)) continue;
    const { lambda, levels, kl: drift } = intervalsOf(samples, solution);
    const reached = sigma.map((r) =>
      r.reduce((sum, x, k) => sum + x * (lambda[k]?.estimate ?? 0), 0),
    );
    found.samples++;
    truth.forEach((l, i) => {
      const interval = lambda[i];
      if (interval && interval.low <= l && l <= interval.high) found.lambda[i]++;
      if (levels[i].low <= reached[i] && reached[i] <= levels[i].high) found.levels[i]++;
    });
    if (drift.low <= kl && kl <= drift.high) found.kl++;
  }
  return found;
}

/** Rows of N(0, Σ); in clusters of four with intraclass correlation ½. */
function draw(random: Random, clustered: boolean): Float64Array[] {
  const columns = FACTOR.map(() => new Float64Array(ROWS));
  let shared = [0, 0, 0];
  for (let j = 0; j < ROWS; j++) {
    if (clustered && j % PER_PROMPT === 0) shared = FACTOR.map(() => random.normal());
    const z = FACTOR.map((_, k) =>
      clustered ? Math.SQRT1_2 * (shared[k] + random.normal()) : random.normal(),
    );
    FACTOR.forEach((a, i) => {
      columns[i][j] = a.reduce((s, x, k) => s + x * z[k], 0);
    });
  }
  return columns;
}
