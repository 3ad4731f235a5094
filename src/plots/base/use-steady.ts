import { useState } from "react";

/**
 * A hook whose value is computed in every render from the value of the render before, so that axes and labels stay where they
 * are. It starts without one when `key` changes; `same` says when two values need not be told apart.
 */
export function useSteady<T>(
  key: string,
  compute: (previous: T | undefined) => T,
  same: (a: T, b: T) => boolean,
): T {
  const [memory, setMemory] = useState<{ key: string; value: T } | null>(null);
  const previous = memory?.key === key ? memory : null;
  const value = compute(previous?.value);
  if (previous === null || !same(previous.value, value)) setMemory({ key, value });
  return value;
}
