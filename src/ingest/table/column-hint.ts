/** The layouts that are known by name. */
export type LayoutName =
  | "map"
  | "trl"
  | "rewardbench"
  | "helpsteer"
  | "ultrafeedback"
  | "binarized"
  | "preferences"
  | "armorm"
  | "safe-rlhf"
  | "beavertails"
  | "lm-eval"
  | "inspect"
  | "phoenix"
  | "mic"
  | "weights";

/** What a layout knows of a column beyond its cells. */
export interface ColumnHint {
  readonly use?: "value" | "prompt" | "response" | "ignore";
  readonly lowerIsBetter?: boolean;
  /** True where only the user can say which direction is better. */
  readonly isDirectionOpen?: boolean;
}
