const COLOURS = 6;

/** The colour of the value in place k (0-based) as a CSS value; it repeats after six. Never for text. */
export function valueColor(k: number): string {
  return `var(--value-${k % COLOURS})`;
}
