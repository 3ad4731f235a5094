import type { LoadClassifier } from "./text-model-service.ts";

/** Stands for the loader of models in the application in one file, which would be ten times as large with their runtime. */
export const loadTextClassifier: LoadClassifier | null = null;
