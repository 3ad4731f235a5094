import type { Palette } from "../../core/rows/palette.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";

/** What every part of the panel is about. */
export interface TrustOf {
  readonly palette: Palette;
  readonly values: readonly ValueSummary[];
  readonly labels: readonly string[];
}
