/** A file of many rows that is being written. */
export interface WritingJob {
  readonly name: string;
  readonly rows: number;
  /** Share done, in [0, 1]. */
  readonly share: number;
  readonly stop: () => void;
}
