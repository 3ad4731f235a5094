import type { TiltOracle } from "./oracle.ts";

/** Called between parts of a long computation with the share done, in [0, 1]; rejects when nobody waits for it any more. */
export type Checkpoint = (share: number) => Promise<void>;

/** A checkpoint that lets everything pass. */
export const noCheckpoint: Checkpoint = async () => undefined;

/** An oracle that calls the checkpoint before every tilt, with the share done so far. */
export function pausing(oracle: TiltOracle, checkpoint: Checkpoint, share: number): TiltOracle {
  return {
    ...oracle,
    tilt: async (lambda, view) => {
      await checkpoint(share);
      return oracle.tilt(lambda, view);
    },
  };
}
