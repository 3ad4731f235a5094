import type { Catalogue } from "../en.ts";

/** Names of the values of the calibrated samples by column; other columns keep their own name. */
export const values: Catalogue["values"] = {
  humor: "Humor",
  "gpt2-helpful": "Hilfsbereitschaft",
  "gpt2-harmless": "Harmlosigkeit",
  diversity: "Vielfalt",
  coherence: "Kohärenz",
  perplexity: "Sprachfluss",
};
