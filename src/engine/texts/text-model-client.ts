import { proxy, transfer } from "comlink";
import type { PackedTexts } from "../../core/rows/packed-texts.ts";
import { lazyWorker, type Stopped } from "../lazy-worker.ts";
import { type ModelPlace, placeFrom } from "./model-files.ts";
import type {
  ModelLabels,
  ModelProgress,
  ModelScores,
  TextModelService,
} from "./text-model-service.ts";

/** The page's side of the worker that runs a model of the user's. */
export interface TextModelClient {
  /** Which labels the model at a place gives. */
  labels(place: ModelPlace): Promise<ModelLabels | Stopped>;
  /** Scores packed texts, which are handed over, by the chance of each of these labels. */
  score(
    place: ModelPlace,
    labels: readonly string[],
    texts: PackedTexts,
    onProgress: (progress: ModelProgress) => void,
  ): Promise<ModelScores | Stopped>;
  /** Ends the worker with the model it holds. */
  cancel(): void;
}

/** Makes a client of the page at this address that starts its worker when the first model is pointed at. */
export function textModelClient(makeWorker: () => Worker, page: string): TextModelClient {
  const { run, cancel } = lazyWorker<TextModelService>(makeWorker);
  return {
    labels: (place) => run((s) => s.labels(placeFrom(page, place)) as Promise<ModelLabels>),
    score(place, labels, texts, onProgress) {
      const handed = transfer(texts, [texts.bytes.buffer, texts.ends.buffer]);
      return run(
        (s) =>
          s.score(
            placeFrom(page, place),
            [...labels],
            handed,
            proxy(onProgress),
          ) as Promise<ModelScores>,
      );
    },
    cancel,
  };
}
