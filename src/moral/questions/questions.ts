/** An answer that should have been given, and for whom. */
export interface Reference {
  /** Name of the person or profile it was written for; null where none is named. */
  readonly person: string | null;
  /** How far that person adheres to each value, in [0, 1]; null where that is not known. */
  readonly weights: Readonly<Record<string, number>> | null;
  readonly text: string;
}

/** A question and what was answered to it. */
export interface Question {
  readonly text: string;
  /** What the original model answers; null where it is not known. */
  readonly original: string | null;
  /** Answers by agent or other system. */
  readonly answers: Readonly<Record<string, string>>;
  readonly references: readonly Reference[];
}

/** Questions with the answers of agents, one agent per value, and perhaps of other systems. */
export interface QuestionSet {
  /** The name of the file; null for the demonstration. */
  readonly name: string | null;
  /** Ids of the agents, which are those of their values. */
  readonly agents: readonly string[];
  /** Other systems that answered, which no aggregator draws on. */
  readonly systems: readonly string[];
  readonly questions: readonly Question[];
}

/** One thing to evaluate: a question, the profile to answer for, and the references for that profile. */
export interface Case {
  /** Index of the question. */
  readonly question: number;
  readonly person: string | null;
  readonly weights: Readonly<Record<string, number>> | null;
  readonly references: readonly string[];
}

/** The cases of a set: one for each question and person that has a reference. Several references of one person stay together. */
export function casesOf(set: QuestionSet): Case[] {
  return set.questions.flatMap(({ references }, question) => {
    const byPerson = new Map<string, Case & { readonly references: string[] }>();
    for (const { person, weights, text } of references) {
      const key = JSON.stringify([person, weights]);
      const reader = byPerson.get(key);
      if (reader) reader.references.push(text);
      else byPerson.set(key, { question, person, weights, references: [text] });
    }
    return [...byPerson.values()];
  });
}

/** The people that a set has references for, in the order in which they come. */
export function peopleOf(set: QuestionSet): string[] {
  const names = set.questions.flatMap((q) => q.references.map(({ person }) => person));
  return [...new Set(names.filter((name) => name !== null))];
}
