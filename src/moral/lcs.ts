let work = new Int32Array(0);

/** Length of the longest common subsequence of two token sequences. */
export function lcsLength(a: readonly string[], b: readonly string[]): number {
  return a.length * b.length === 0 ? 0 : lcsTable(a, b)[(a.length + 1) * (b.length + 1) - 1];
}

/**
 * The places [in a, in b], ascending, of one longest common subsequence: back through the table, equal tokens diagonally,
 * else one back in b where that is strictly longer, else one back in a (method §10).
 */
export function lcsPlaces(a: readonly string[], b: readonly string[]): [number, number][] {
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
function lcsTable(a: readonly string[], b: readonly string[]): Int32Array {
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
