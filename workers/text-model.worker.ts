import { expose, transfer } from "comlink";
import { loadTextClassifier } from "../src/engine/texts/load-text-classifier.ts";
import { scoreBuffers } from "../src/engine/texts/score-batches.ts";
import { TextModelService } from "../src/engine/texts/text-model-service.ts";

const service = new TextModelService(loadTextClassifier, self.location.href);

expose({
  labels: (...asked: Parameters<TextModelService["labels"]>) => service.labels(...asked),
  score: async (...asked: Parameters<TextModelService["score"]>) => {
    const scores = await service.score(...asked);
    return scores.ok ? transfer(scores, scoreBuffers(scores.columns)) : scores;
  },
});
