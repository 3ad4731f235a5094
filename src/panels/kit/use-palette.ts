import { useRef } from "react";
import type { Palette } from "../../core/rows/palette.ts";
import { paletteOf, samePalette } from "../../state/palette.ts";
import { useDocument, useSession } from "./stores.ts";

/** The palette as it stands, the same object as long as it asks the same; null before there is data. */
export function usePalette(): Palette | null {
  const values = useSession((s) => s.data?.values);
  const document = useDocument((s) => s.document);
  const lastPalette = useRef<Palette | null>(null);
  const palette = values ? paletteOf(document, values) : null;
  if (!samePalette(lastPalette.current, palette)) lastPalette.current = palette;
  return lastPalette.current;
}
