import { useState } from "react";

/** A hook that freezes a value: while `isHeld` the value of the moment when that began, else the value itself. Compared by identity. */
export function useHeld<T>(value: T, isHeld: boolean): T {
  const [memory, setMemory] = useState({ value });
  if (!isHeld && !Object.is(memory.value, value)) setMemory({ value });
  return isHeld ? memory.value : value;
}
