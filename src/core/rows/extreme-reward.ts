/** The greatest (`sign` 1) or least (−1) reward of a column among rows of positive weight. */
export function extremeReward(
  column: ArrayLike<number>,
  q: Float64Array | null,
  sign: 1 | -1,
): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < column.length; j++)
    if (sign * column[j] > best && (!q || q[j] > 0)) best = sign * column[j];
  return sign * best;
}
