import { textFingerprint } from "../../core/bytes/text-fingerprint.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";

/** The fingerprint of a judge. */
export function modelFingerprint(model: RewardModel): string {
  return textFingerprint([JSON.stringify(model)]);
}

/** The fingerprint that replies carry which were made from a set and a judge of these; empty where there is none. */
export function moralFingerprint(set: string, model: string): string {
  return `${set} ${model}`;
}
