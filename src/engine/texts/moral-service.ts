import { packTexts } from "../../core/rows/packed-texts.ts";
import { rowsOracle } from "../../core/rows/rows-oracle.ts";
import { buildSamples, type Samples } from "../../core/rows/samples.ts";
import { SolveCache } from "../../core/solve/solve-cache.ts";
import { type BlobLike, sourceOfBlob } from "../../ingest/bytes/source.ts";
import { readSource } from "../../ingest/read-source.ts";
import { fingerprint } from "../../ingest/table/fingerprint.ts";
import type { AgentGoal, AgentTable } from "../../moral/agents/agents.ts";
import type { ProfileLevels } from "../../moral/agents/profile-levels.ts";
import {
  type RatedAnswers,
  type RatedSummary,
  rateAnswers,
  systemRewards,
} from "../../moral/agents/rated-answers.ts";
import type { RateText } from "../../moral/aggregate/aggregate.ts";
import {
  aggregatorPrompt,
  type ChatMessage,
  type PromptRequest,
} from "../../moral/aggregate/prompt.ts";
import { demonstrationSet } from "../../moral/demonstration/demonstration.ts";
import {
  agentAnswers,
  type ComparedAnswer,
  type Evaluation,
  type EvaluationRequest,
  type EvaluationSummary,
  evaluate,
} from "../../moral/evaluation.ts";
import { moralAnalyses } from "../../moral/moral-analyses.ts";
import {
  type AnsweredQuestion,
  type AnswerRequest,
  answerQuestion,
  closestExamples,
  remembering,
  summaryOf,
} from "../../moral/questions/question-desk.ts";
import { casesOf, type QuestionSet } from "../../moral/questions/questions.ts";
import { type QuestionLayout, readQuestions } from "../../moral/questions/read-questions.ts";
import { type RougeType, rouge } from "../../moral/rouge/rouge.ts";
import { rougeMatches } from "../../moral/rouge/rouge-matches.ts";
import {
  jsonLines,
  type SplitOptions,
  trainingParts,
} from "../../moral/training/training-export.ts";
import { demonstrationTexts } from "../../rewards/demonstration.ts";
import { modelScorer, type RewardModel } from "../../rewards/reward-model.ts";
import type {
  MoralApi,
  PlacedCase,
  RatedRows,
  SetReply,
  TrainingFile,
  TrainingFiles,
} from "../contract.ts";
import { restBetween, Superseded } from "../solver/polite-oracle.ts";

interface Rated {
  readonly answers: RatedAnswers;
  readonly samples: Samples;
}

/** Holds a set of questions and a judge of their answers; lives in a worker. */
export class MoralService implements MoralApi {
  private set: QuestionSet = demonstrationSet();
  private model: RewardModel | null = null;
  private rate: RateText = () => ({});
  private rated: Promise<Rated | null> | null = null;
  private evaluation: Evaluation | null = null;
  private newestEvaluation = 0;

  /** Opens the demonstration. */
  openDemonstration(): SetReply {
    return this.open(demonstrationSet(), "questions", 0);
  }

  /** Reads questions and answers from files and opens them. Tells `onProgress` the bytes read. */
  async read(
    files: readonly BlobLike[],
    onProgress: (bytes: number) => void = () => undefined,
  ): Promise<SetReply> {
    const read = await readSource(
      files.map((file) => sourceOfBlob(file)),
      { isPlain: true, progress: async ({ bytes }) => onProgress(bytes) },
    );
    if (!read.ok) return { ok: false, about: "file", problems: read.problems };
    const name = files.map((file) => file.name ?? "").join(", ");
    const questions = readQuestions(read.table, name);
    if (!questions.ok) return { ok: false, about: "columns", missing: questions.reason };
    return this.open(questions.set, questions.layout, questions.dropped);
  }

  /** Sets the judge of all answers. */
  setModel(model: RewardModel): void {
    const score = modelScorer(model);
    const ids = model.classifiers.map(({ value }) => value);
    this.model = model;
    this.rated = null;
    this.rate = remembering((text) => {
      const chances = score(text);
      return Object.fromEntries(ids.map((id, v) => [id, chances[v]]));
    });
  }

  /** One question answered by every aggregator. */
  answer(request: AnswerRequest): AnsweredQuestion {
    return answerQuestion(this.set, this.rate, request);
  }

  /** What a language model is told of a question: with the statements for each value that are closest to it. */
  async prompt({ question, weights, values }: PromptRequest): Promise<ChatMessage[]> {
    const statements: Record<string, string[]> = {};
    for (const { text, value, follows } of await demonstrationTexts())
      if (follows) statements[value] = [...(statements[value] ?? []), text];
    const { text } = this.set.questions[question];
    const examples = closestExamples(text, statements);
    return aggregatorPrompt({
      question: text,
      weights,
      values: values.map((value) => ({ ...value, examples: examples[value.id] ?? [] })),
      answers: agentAnswers(this.set, question),
    });
  }

  /** All answers rated, as samples and per system; null before there is a judge. */
  async ratings(): Promise<RatedSummary | null> {
    const rated = await this.rating();
    if (!rated) return null;
    const { answers, samples } = rated;
    const systems = systemRewards(this.set, answers);
    return { values: samples.values, rows: samples.rows, systems };
  }

  /** The levels that weights and strength reach on the rated answers; null before there is a judge. */
  async levels(weights: readonly number[], strength: number): Promise<ProfileLevels | null> {
    const context = await this.context();
    return context && moralAnalyses.profile(context, { profile: { weights, strength } });
  }

  /** Single-value tilts of the rated answers; null before there is a judge. */
  async agents(goal: AgentGoal): Promise<AgentTable | null> {
    const context = await this.context();
    return context && moralAnalyses.agents(context, { goal });
  }

  /** The rated answers as rows; null before there is a judge. */
  async rows(): Promise<RatedRows | null> {
    const rated = await this.rating();
    if (!rated) return null;
    const { values, columns, questions, texts } = rated.answers;
    const rows = values.map((id, v) => ({ id, rewards: columns[v].slice() }));
    return {
      columns: rows,
      prompts: questions.slice(),
      texts: {
        prompts: packTexts(Array.from(questions, (q) => this.set.questions[q].text)),
        responses: packTexts(texts),
      },
      fingerprint: fingerprint(rows),
    };
  }

  /** The cases of a person, or all for null, with their places among all. */
  cases(person: string | null): PlacedCase[] {
    return casesOf(this.set).flatMap((one, place) =>
      person === null || one.person === person ? [{ ...one, place }] : [],
    );
  }

  /** Scores every system over all cases; null where a newer evaluation or a cancel overtook it. */
  async evaluate(
    request: EvaluationRequest,
    onProgress: (share: number) => void = () => undefined,
  ): Promise<EvaluationSummary | null> {
    const ownTurn = ++this.newestEvaluation;
    const rest = restBetween(() => ownTurn === this.newestEvaluation, { stretch: 20 });
    try {
      const evaluation = await evaluate(this.set, this.rate, request, async (share) => {
        onProgress(share);
        await rest();
      });
      this.evaluation = evaluation;
      const cases = evaluation.cases.map(({ question, person }) => ({ question, person }));
      return { cases, systems: evaluation.systems };
    } catch (error) {
      if (error instanceof Superseded) return null;
      throw error;
    }
  }

  /** Calls the evaluation off. */
  cancelEvaluation(): void {
    this.newestEvaluation++;
  }

  /** One answer of the evaluation made last beside the reference it is closest to; null where there is none. */
  compare(place: number, system: string, type: RougeType, stem: boolean): ComparedAnswer | null {
    const one = this.evaluation?.cases[place];
    const answer = one?.answers[system];
    if (!one || !answer) return null;
    const scored = one.references.map((text) => ({ text, scores: rouge(text, answer, { stem }) }));
    const { text, scores } = scored.reduce((a, b) => (b.scores[type].f > a.scores[type].f ? b : a));
    return {
      question: this.set.questions[one.question].text,
      matches: rougeMatches(text, answer, type, { stem }),
      scores,
    };
  }

  /** The aggregator's training set in three parts. */
  training(names: readonly (readonly [string, string])[], options: SplitOptions): TrainingFiles {
    const parts = trainingParts(this.set, new Map(names), options);
    const written = (part: keyof typeof parts): TrainingFile => ({
      lines: jsonLines(parts[part]),
      count: parts[part].length,
    });
    return { train: written("train"), validation: written("validation"), test: written("test") };
  }

  private open(set: QuestionSet, layout: QuestionLayout, dropped: number): SetReply {
    this.set = set;
    this.rated = null;
    this.evaluation = null;
    this.newestEvaluation++;
    return { ok: true, set: summaryOf(set), layout, dropped };
  }

  private rating(): Promise<Rated | null> | null {
    const { model, set, rate } = this;
    if (!model) return null;
    const ids = model.classifiers.map(({ value }) => value);
    this.rated ??= rated(set, ids, rate, () => set === this.set && rate === this.rate);
    return this.rated;
  }

  private async context() {
    const rated = await this.rating();
    if (!rated) return null;
    const oracle = rowsOracle(rated.samples);
    const solveCache = new SolveCache(oracle);
    return { samples: rated.samples, oracle, solveCache, checkpoint: async () => undefined };
  }
}

/** Rates all answers, letting messages in between; null where other answers or another judge came meanwhile. */
async function rated(
  set: QuestionSet,
  ids: readonly string[],
  rate: RateText,
  isWanted: () => boolean,
): Promise<Rated | null> {
  try {
    const answers = await rateAnswers(set, ids, rate, restBetween(isWanted));
    const columns = answers.values.map((id, v) => ({ id, rewards: answers.columns[v] }));
    return { answers, samples: buildSamples(columns, { prompts: answers.questions }) };
  } catch (error) {
    if (error instanceof Superseded) return null;
    throw error;
  }
}
