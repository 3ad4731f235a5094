/** A seeded source of random numbers: `uniform` in (0, 1), `normal` with mean 0 and sd 1, `poisson` with mean 1. */
export interface Random {
  uniform(): number;
  normal(): number;
  poisson(): number;
}

/** The small fast counting generator sfc32, seeded by one integer. Same seed, same numbers, on every machine. */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9 | 0;
  let b = 0x243f6a88 | 0;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  const uniform = () => (next() + 0.5) / 4294967296;
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const second = spare;
      spare = null;
      return second;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s >= 1 || s === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = y * scale;
      return x * scale;
    }
  };
  const poisson = (): number => {
    let k = 0;
    for (let p = uniform(); p > Math.exp(-1); p *= uniform()) k++;
    return k;
  };
  return { uniform, normal, poisson };
}
