import { useEffect, useMemo, useState } from "react";
import { debounce } from "../../core/timing/debounce.ts";

/** `value` once it has not changed for `delay` milliseconds; null until the first time. */
export function useDebounced<T>(value: T, delay: number): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  const settle = useMemo(() => debounce(delay, (next: T) => setSettled(() => next)), [delay]);
  useEffect(() => settle(value), [settle, value]);
  useEffect(() => settle.cancel, [settle]);
  return settled;
}
