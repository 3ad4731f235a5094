import { serve } from "../src/engine/life/serve.ts";
import { loadTextClassifier } from "../src/engine/texts/load-text-classifier.ts";
import { TextModelService } from "../src/engine/texts/text-model-service.ts";

serve(new TextModelService(loadTextClassifier, self.location.href));
