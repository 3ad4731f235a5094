import type { TiltOracle, View } from "../rows/oracle.ts";
import { fromSd, orientedScale, type Samples } from "../rows/samples.ts";
import type { Certificate } from "../solve/report.ts";

/** An inequality that is true as printed: Σ coefficient · value is at most `bound` for every mix; the palette asks `asked`. */
export interface PrintableInequality {
  /** Decimal coefficients in the user's units, in the order of the values; negative for costs. Below 1e-20 as "1.2e-21". */
  readonly terms: readonly { readonly index: number; readonly coefficient: string }[];
  /** Rounded up. */
  readonly bound: string;
  /** Rounded down; always greater than `bound`. */
  readonly asked: string;
}

const MOST_DIGITS = 12;
/** Places behind the point up to which a coefficient is written without an exponent. */
const MOST_ZEROS = 20;
/** Decimals up to which a sum of whole rewards under decimal coefficients is told from its neighbours. */
const MOST_DECIMALS = 12;
/** Rounding of a whole number that was standardised and back. */
const WHOLE = 1e-9;

/**
 * Rounds a certificate for print and adds digits until the printed sentence itself is true (method §3): the bound is
 * recomputed at the rounded coefficients by one pass each and rounded up, what is asked is rounded down, and bound < asked.
 * Coefficients are scaled so that their absolute values sum to about 1. Null where 12 digits do not suffice.
 */
export async function printableInequality(
  oracle: TiltOracle,
  samples: Samples,
  certificate: Certificate,
  targets: readonly (number | null)[],
  view?: View,
): Promise<PrintableInequality | null> {
  let total = 0;
  for (const u of certificate.direction) total += Math.abs(u);
  const index = [...certificate.direction.keys()].filter((i) => certificate.direction[i] !== 0);
  for (let digits = 2; digits <= MOST_DIGITS; digits++) {
    const coefficients = index.map((i) =>
      Number((certificate.direction[i] / total).toPrecision(digits)),
    );
    const direction = new Float64Array(samples.values.length);
    let shift = 0;
    let asked = 0;
    let slack = 0;
    index.forEach((i, k) => {
      const value = samples.values[i];
      const target = targets[i] ?? Number.NaN;
      direction[i] = coefficients[k] * orientedScale(value);
      shift += coefficients[k] * value.mean;
      asked += coefficients[k] * target;
      slack +=
        Math.abs(coefficients[k]) *
        (Math.max(Math.abs(value.min), Math.abs(value.max)) + Math.abs(target));
    });
    slack *= 4 * (index.length + 2) * Number.EPSILON;
    const most = (await oracle.support(direction, view)).value + shift;
    const isExact = view?.mode !== "per-prompt";
    const bound = tightened(most, slack, samples, { index, coefficients, isExact });
    const decimals = decimalsFor(asked - bound, digits);
    if (decimals === null) continue;
    const up = roundAway(bound, decimals, 1);
    const down = roundAway(index.length === 1 ? asked : asked - slack, decimals, -1);
    if (Number(up) < Number(down))
      return {
        terms: index.map((i, k) => ({ index: i, coefficient: plain(coefficients[k]) })),
        bound: up,
        asked: down,
      };
  }
  return null;
}

/**
 * The bound with what rounding leaves open, unless the data are exact enough to know better: no mix has more of one value than its
 * greatest reward, and whole rewards under decimal coefficients have a bound of as many decimals.
 */
function tightened(
  most: number,
  slack: number,
  samples: Samples,
  {
    index,
    coefficients,
    isExact,
  }: {
    readonly index: readonly number[];
    readonly coefficients: readonly number[];
    /** True where the bound is that of one row, and no average of several. */
    readonly isExact: boolean;
  },
): number {
  const [first] = index;
  if (index.length === 1 && Math.abs(coefficients[0]) === 1) {
    const { min, max } = samples.values[first];
    return Math.min(most + slack, coefficients[0] > 0 ? max : -min);
  }
  if (!isExact || !index.every((i) => isWhole(samples, i))) return most + slack;
  const decimals = Math.max(...coefficients.map((c) => plain(c).split(".")[1]?.length ?? 0));
  const exact = Number(most.toFixed(Math.min(MOST_DECIMALS, decimals)));
  return decimals <= MOST_DECIMALS && Math.abs(exact - most) <= slack ? exact : most + slack;
}

/** True where all rewards of a value are whole numbers, as ratings and yes or no are. */
function isWhole({ values, columns }: Samples, i: number): boolean {
  return columns[i].every((z: number) => {
    const reward = fromSd(values[i], z);
    return Math.abs(reward - Math.round(reward)) <= WHOLE * (1 + Math.abs(reward));
  });
}

/** Fewest decimals, at least two, at which the gap can still be seen; null when there is no gap. */
function decimalsFor(gap: number, digits: number): number | null {
  if (!(gap > 0)) return null;
  return Math.max(2, Math.min(16, Math.ceil(-Math.log10(gap)) + 1), digits > 4 ? digits : 0);
}

function roundAway(x: number, decimals: number, sign: 1 | -1): string {
  const nearest = Number(x.toFixed(decimals));
  if (sign * (nearest - x) >= 0) return x.toFixed(decimals);
  return (nearest + sign * 10 ** -decimals).toFixed(decimals);
}

/** A double as a plain decimal, digit for digit; with an exponent only where a plain one would be all zeros. */
function plain(x: number): string {
  const text = String(x);
  const [mantissa, exponent] = text.split("e-");
  if (exponent === undefined || Number(exponent) > MOST_ZEROS) return text;
  const digits = mantissa.replace(/[-.]/g, "");
  return `${x < 0 ? "-" : ""}0.${"0".repeat(Number(exponent) - 1)}${digits}`;
}
