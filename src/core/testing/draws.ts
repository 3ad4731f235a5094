/** Seeded draws for tests: uniform in (0, 1) and standard normal. */
export interface Draws {
  uniform(): number;
  normal(): number;
}

/** A linear congruential generator; good enough for test data. */
export function draws(seed: number): Draws {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

/** The kinds of reward that real logs hold. */
export const REWARD_KINDS: Record<string, (d: Draws) => number> = {
  Gaussian: (d) => d.normal(),
  "t with 3 degrees of freedom": (d) =>
    d.normal() / Math.sqrt((d.normal() ** 2 + d.normal() ** 2 + d.normal() ** 2) / 3),
  "log-normal": (d) => Math.exp(1.5 * d.normal()),
  "rare binary": (d) => (d.uniform() < 0.03 ? 1 : 0),
  "ratings 0–4": (d) => Math.floor(5 * d.uniform()),
};

/** `size` columns of `rows` draws of one kind. */
export function columnsOf(
  kind: (d: Draws) => number,
  rows: number,
  size: number,
  d: Draws,
): Float64Array[] {
  return Array.from({ length: size }, () => Float64Array.from({ length: rows }, () => kind(d)));
}
