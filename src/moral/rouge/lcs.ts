/** Bits of a word that hold places, so that a sum of two words stays a whole number. */
const WORD = 31;
const FULL = 0x7fffffff;
let work = new Int32Array(0);

/**
 * Length of the longest common subsequence of two sequences of numbered tokens, 31 places at a time in the bits of a word
 * (Crochemore et al. 2001): a bit stays 1 where the length does not grow.
 */
export function lcsLength(a: Int32Array, b: Int32Array): number {
  if (a.length * b.length === 0) return 0;
  const words = Math.ceil(a.length / WORD);
  const places = new Map<number, Int32Array>();
  for (let i = 0; i < a.length; i++) {
    const mask = places.get(a[i]) ?? new Int32Array(words);
    places.set(a[i], mask);
    mask[Math.floor(i / WORD)] |= 1 << (i % WORD);
  }
  const rows = new Int32Array(words).fill(FULL);
  for (const token of b) {
    const mask = places.get(token);
    if (!mask) continue;
    let carry = 0;
    for (let w = 0; w < words; w++) {
      const row = rows[w];
      const met = row & mask[w];
      const sum = row + met + carry;
      carry = sum > FULL ? 1 : 0;
      rows[w] = (sum & FULL) | (row & ~mask[w]);
    }
  }
  let length = 0;
  for (let i = 0; i < a.length; i++)
    if ((rows[Math.floor(i / WORD)] & (1 << (i % WORD))) === 0) length++;
  return length;
}

/**
 * The places [in a, in b], ascending, of one longest common subsequence: back through the table, equal tokens diagonally,
 * else one back in b where that is strictly longer, else one back in a (method §10).
 */
export function lcsPlaces(a: Int32Array, b: Int32Array): [number, number][] {
  const table = lcsTable(a, b);
  const width = b.length + 1;
  const places: [number, number][] = [];
  let i = a.length;
  let j = b.length;
  while (i > 0 && j > 0)
    if (a[i - 1] === b[j - 1]) places.push([--i, --j]);
    else if (table[i * width + j - 1] > table[(i - 1) * width + j]) j--;
    else i--;
  return places.reverse();
}

/** Entry [i][j]: the length for the first i of `a` and the first j of `b`. Overwritten by the next call. */
function lcsTable(a: Int32Array, b: Int32Array): Int32Array {
  const width = b.length + 1;
  const size = (a.length + 1) * width;
  if (work.length < size) work = new Int32Array(2 * size);
  work.fill(0, 0, width);
  for (let i = 1; i <= a.length; i++) {
    const token = a[i - 1];
    const row = i * width;
    work[row] = 0;
    for (let j = 1; j < width; j++)
      work[row + j] =
        token === b[j - 1]
          ? work[row - width + j - 1] + 1
          : Math.max(work[row - width + j], work[row + j - 1]);
  }
  return work;
}
