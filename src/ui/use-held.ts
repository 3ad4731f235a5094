import { useState } from "react";

/** The value as it was when the hold began, while `isHeld`; otherwise the value itself. Compared by identity. */
export function useHeld<T>(value: T, isHeld: boolean): T {
  const [kept, keep] = useState({ value });
  if (!isHeld && !Object.is(kept.value, value)) keep({ value });
  return isHeld ? kept.value : value;
}
