import { FOUNDATIONS } from "../../core/profile/foundations.ts";
import { PROFILE_PRESETS } from "../../core/profile/profile-presets.ts";
import type { QuestionSet, Reference } from "../questions/questions.ts";
import questions from "./questions.json" with { type: "json" };

/**
 * Everyday moral questions written as a demonstration: what an original model might say, an answer for each foundation,
 * and references for two people. No model wrote them, and nothing was measured with them.
 */
export function demonstrationSet(): QuestionSet {
  return {
    name: null,
    agents: FOUNDATIONS,
    systems: [],
    questions: questions.map(({ question, original, agents, references }) => ({
      text: question,
      original,
      answers: agents,
      references: Object.entries(references).map(
        ([person, text]): Reference => ({
          person,
          weights: PROFILE_PRESETS.find(({ id }) => id === person)?.weights ?? null,
          text,
        }),
      ),
    })),
  };
}
