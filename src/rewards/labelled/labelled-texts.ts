/** A text with what somebody judged of it: whether it follows a value or violates it. */
export interface LabelledText {
  readonly text: string;
  readonly value: string;
  readonly follows: boolean;
}

/** Labelled texts in the form that classifiers are trained on. */
export interface TrainingSet {
  /** Distinct texts. */
  readonly texts: readonly string[];
  readonly values: readonly LabelledValue[];
}

/** What is known of one value. */
export interface LabelledValue {
  readonly value: string;
  /** Places in `texts`, ascending, each once. */
  readonly rows: Int32Array;
  /** For each of them 1 where it follows the value, 0 where it violates it. */
  readonly follows: Uint8Array;
  /** Texts that were left out because they were judged both ways equally often. */
  readonly torn: number;
}

/**
 * Gathers labelled texts by value. A text that was judged several times for a value counts once, as most judged it, so that none
 * stands on both sides of a cross-validation; empty texts are left out. Values keep the order in which they first occur.
 */
export function trainingSet(labelled: Iterable<LabelledText>): TrainingSet {
  const places = new Map<string, number>();
  const votes = new Map<string, Map<number, number>>();
  for (const { text, value, follows } of labelled) {
    const trimmed = text.trim();
    if (trimmed === "") continue;
    const place = places.get(trimmed) ?? places.size;
    places.set(trimmed, place);
    const ofValue = votes.get(value) ?? new Map<number, number>();
    votes.set(value, ofValue);
    ofValue.set(place, (ofValue.get(place) ?? 0) + (follows ? 1 : -1));
  }
  const values = [...votes].map(([value, balance]): LabelledValue => {
    const clear = [...balance].filter(([, sum]) => sum !== 0).sort((a, b) => a[0] - b[0]);
    return {
      value,
      rows: Int32Array.from(clear, ([place]) => place),
      follows: Uint8Array.from(clear, ([, sum]) => (sum > 0 ? 1 : 0)),
      torn: balance.size - clear.length,
    };
  });
  return { texts: [...places.keys()], values };
}
