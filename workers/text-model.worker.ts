import { expose } from "comlink";
import { loadTextClassifier } from "../src/engine/texts/load-text-classifier.ts";
import { TextModelService } from "../src/engine/texts/text-model-service.ts";

expose(new TextModelService(loadTextClassifier, self.location.href));
