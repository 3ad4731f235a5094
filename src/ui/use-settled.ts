import { useEffect, useState } from "react";

/** A debounce: `value` once it has not changed for `delay` milliseconds; null until the first time. */
export function useSettled<T>(value: T, delay: number): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}
