import type { SampleName } from "../../share/document/sample-names.ts";

/** A file of the MAP paper's repository. */
export interface PaperFile {
  /** The calibrated sample whose figures were measured on it. */
  readonly sample: SampleName;
  readonly address: string;
  readonly bytes: number;
}

const FOLDER =
  "https://raw.githubusercontent.com/wang8740/MAP/28d3ef71fd033cd098756f73eebfc898d855ffbe/backup/results/";

/** The paper's own reward samples, as they stand at one commit of its public repository. */
export const PAPER_FILES: readonly PaperFile[] = [
  {
    sample: "llama-2-7b-chat",
    address: `${FOLDER}llama2_chat-Anthropic-harmless.json`,
    bytes: 1_580_523,
  },
  { sample: "opt-1.3b", address: `${FOLDER}opt1.3b-Anthropic-harmless.json`, bytes: 1_413_061 },
];
