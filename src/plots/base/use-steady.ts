import { useState } from "react";

/**
 * A value computed in every render from what it was in the last one, so that a picture can hold on to its axes and label
 * places. The memory starts afresh when `key` changes; `same` says when there is nothing new to remember.
 */
export function useSteady<T>(
  key: string,
  compute: (previous: T | undefined) => T,
  same: (a: T, b: T) => boolean,
): T {
  const [kept, keep] = useState<{ key: string; value: T } | null>(null);
  const known = kept?.key === key ? kept : null;
  const value = compute(known?.value);
  if (known === null || !same(known.value, value)) keep({ key, value });
  return value;
}
