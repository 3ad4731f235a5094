/** Called between parts of a long computation with the share done, in [0, 1]; rejects when nobody waits for it any more. */
export type Checkpoint = (share: number) => Promise<void>;

/** A checkpoint that lets everything pass. */
export const noCheckpoint: Checkpoint = async () => undefined;
