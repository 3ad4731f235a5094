import { useMemo } from "react";
import type { Palette } from "../../core/rows/palette.ts";
import { useDocument, useSession } from "../kit/stores.ts";

/** Places of the two values that the pictures show; the first two where none are chosen, null where there is only one. */
export function usePair(): readonly [number, number] | null {
  const values = useSession((s) => s.data?.values);
  const pair = useDocument((s) => s.document.pair);
  return useMemo(() => {
    if (!values || values.length < 2) return null;
    const [x, y] = pair?.map((id) => values.findIndex((v) => v.id === id)) ?? [0, 1];
    return x >= 0 && y >= 0 ? [x, y] : [0, 1];
  }, [values, pair]);
}

/** A palette that asks for nothing: what depends on the answers alone is the same for all palettes of a mode. */
export function useNothingAsked(): Palette | null {
  const values = useSession((s) => s.data?.values);
  const mode = useDocument((s) => s.document.mode);
  return useMemo(
    () =>
      values
        ? {
            targets: values.map(() => null),
            held: values.map(() => false),
            ...(mode === "per-prompt" ? { mode } : {}),
          }
        : null,
    [values, mode],
  );
}
