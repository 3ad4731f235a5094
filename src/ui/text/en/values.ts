/** Names of the values of the calibrated samples by column; other columns keep their own name. */
export const values: Record<string, string> = {
  humor: "Humor",
  "gpt2-helpful": "Helpfulness",
  "gpt2-harmless": "Harmlessness",
  diversity: "Diversity",
  coherence: "Coherence",
  perplexity: "Fluency",
};
