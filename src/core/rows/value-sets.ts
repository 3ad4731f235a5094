/** Indices of the entries above 0: the binding values of a λ, or the values that a certificate names. */
export function positiveValues(entries: Float64Array): number[] {
  const index: number[] = [];
  for (let i = 0; i < entries.length; i++) if (entries[i] > 0) index.push(i);
  return index;
}

/** Indices of the values that a palette constrains: those whose target is not −∞. */
export function constrainedValues(targets: Float64Array): number[] {
  const index: number[] = [];
  for (let i = 0; i < targets.length; i++) if (targets[i] > Number.NEGATIVE_INFINITY) index.push(i);
  return index;
}
