import { packTexts } from "../../core/rows/packed-texts.ts";
import { rowsOracle } from "../../core/rows/rows-oracle.ts";
import { SolveCache } from "../../core/solve/solve-cache.ts";
import { type BlobLike, sourceOfBlob } from "../../ingest/bytes/source.ts";
import { readSource } from "../../ingest/read-source.ts";
import { fingerprint } from "../../ingest/table/fingerprint.ts";
import type { AgentGoal, AgentTable } from "../../moral/agents/agents.ts";
import type { ProfileLevels } from "../../moral/agents/profile-levels.ts";
import { type RatedSummary, systemRewards } from "../../moral/agents/rated-answers.ts";
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
  Made,
  MoralApi,
  PlacedCase,
  RatedRows,
  SetReply,
  TrainingFile,
  TrainingFiles,
} from "../contract.ts";
import { restBetween, Superseded } from "../solver/polite-oracle.ts";
import { modelFingerprint, moralFingerprint } from "./moral-fingerprint.ts";
import { type Rated, rated } from "./rate-set.ts";

/** Holds a set of questions and a judge of their answers; lives in a worker. Until it is given a set it has none to answer from. */
export class MoralService implements MoralApi {
  private set: QuestionSet | null = null;
  private setPrint = "";
  private model: RewardModel | null = null;
  private modelPrint = "";
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

  /** Sets the judge of all answers; the fingerprint that replies will carry. */
  setModel(model: RewardModel): string {
    const score = modelScorer(model);
    const ids = model.classifiers.map(({ value }) => value);
    this.model = model;
    this.modelPrint = modelFingerprint(model);
    this.rated = null;
    this.evaluation = null;
    this.rate = remembering((text) => {
      const chances = score(text);
      return Object.fromEntries(ids.map((id, v) => [id, chances[v]]));
    });
    return this.modelPrint;
  }

  /** One question answered by every aggregator. */
  answer(request: AnswerRequest): Made<AnsweredQuestion | null> {
    return this.made(this.set && answerQuestion(this.set, this.rate, request));
  }

  /** What a language model is told of a question: with the statements for each value that are closest to it. */
  async prompt({ question, weights, values }: PromptRequest): Promise<Made<ChatMessage[] | null>> {
    const { set } = this;
    const made = this.making<ChatMessage[] | null>();
    if (!set) return made(null);
    const statements: Record<string, string[]> = {};
    for (const { text, value, follows } of await demonstrationTexts())
      if (follows) statements[value] = [...(statements[value] ?? []), text];
    const { text } = set.questions[question];
    const examples = closestExamples(text, statements);
    return made(
      aggregatorPrompt({
        question: text,
        weights,
        values: values.map((value) => ({ ...value, examples: examples[value.id] ?? [] })),
        answers: agentAnswers(set, question),
      }),
    );
  }

  /** All answers rated, as samples and per system; null before there is a judge. */
  async ratings(): Promise<Made<RatedSummary | null>> {
    const { set } = this;
    const made = this.making<RatedSummary | null>();
    const rated = await this.rating();
    if (!rated || !set) return made(null);
    const { answers, samples } = rated;
    const systems = systemRewards(set, answers);
    return made({ values: samples.values, rows: samples.rows, systems });
  }

  /** The levels that weights and strength reach on the rated answers; null before there is a judge. */
  async levels(weights: readonly number[], strength: number): Promise<Made<ProfileLevels | null>> {
    const made = this.making<ProfileLevels | null>();
    const context = await this.context();
    return made(
      context && (await moralAnalyses.profile(context, { profile: { weights, strength } })),
    );
  }

  /** Single-value tilts of the rated answers; null before there is a judge. */
  async agents(goal: AgentGoal): Promise<Made<AgentTable | null>> {
    const made = this.making<AgentTable | null>();
    const context = await this.context();
    return made(context && (await moralAnalyses.agents(context, { goal })));
  }

  /** The rated answers as rows; null before there is a judge. */
  async rows(): Promise<Made<RatedRows | null>> {
    const { set } = this;
    const made = this.making<RatedRows | null>();
    const rated = await this.rating();
    if (!rated || !set) return made(null);
    const { values, columns, questions, texts } = rated.answers;
    const rows = values.map((id, v) => ({ id, rewards: columns[v].slice() }));
    return made({
      columns: rows,
      prompts: questions.slice(),
      texts: {
        prompts: packTexts(Array.from(questions, (q) => set.questions[q].text)),
        responses: packTexts(texts),
      },
      fingerprint: fingerprint(rows),
    });
  }

  /** The cases of a person, or all for null, with their places among all. */
  cases(person: string | null): Made<PlacedCase[] | null> {
    const { set } = this;
    if (!set) return this.made(null);
    return this.made(
      casesOf(set).flatMap((one, place) =>
        person === null || one.person === person ? [{ ...one, place }] : [],
      ),
    );
  }

  /** Scores every system over all cases; null where a newer evaluation or a cancel overtook it. */
  async evaluate(
    request: EvaluationRequest,
    onProgress: (share: number) => void = () => undefined,
  ): Promise<Made<EvaluationSummary | null>> {
    const { set, rate } = this;
    const made = this.making<EvaluationSummary | null>();
    const ownTurn = ++this.newestEvaluation;
    const rest = restBetween(() => ownTurn === this.newestEvaluation, { stretch: 20 });
    if (!set) return made(null);
    try {
      const evaluation = await evaluate(set, rate, request, async (share) => {
        onProgress(share);
        await rest();
      });
      this.evaluation = evaluation;
      const cases = evaluation.cases.map(({ question, person }) => ({ question, person }));
      return made({ cases, systems: evaluation.systems });
    } catch (error) {
      if (error instanceof Superseded) return made(null);
      throw error;
    }
  }

  /** Calls the evaluation off. */
  cancelEvaluation(): void {
    this.newestEvaluation++;
  }

  /** One answer of the evaluation made last beside the reference it is closest to; null where there is none. */
  compare(
    place: number,
    system: string,
    type: RougeType,
    stem: boolean,
  ): Made<ComparedAnswer | null> {
    const { set } = this;
    const one = this.evaluation?.cases[place];
    const answer = one?.answers[system];
    if (!set || !one || !answer) return this.made(null);
    const scored = one.references.map((text) => ({ text, scores: rouge(text, answer, { stem }) }));
    const { text, scores } = scored.reduce((a, b) => (b.scores[type].f > a.scores[type].f ? b : a));
    return this.made({
      question: set.questions[one.question].text,
      matches: rougeMatches(text, answer, type, { stem }),
      scores,
    });
  }

  /** The aggregator's training set in three parts. */
  training(
    names: readonly (readonly [string, string])[],
    options: SplitOptions,
  ): Made<TrainingFiles | null> {
    if (!this.set) return this.made(null);
    const parts = trainingParts(this.set, new Map(names), options);
    const written = (part: keyof typeof parts): TrainingFile => ({
      lines: jsonLines(parts[part]),
      count: parts[part].length,
    });
    return this.made({
      train: written("train"),
      validation: written("validation"),
      test: written("test"),
    });
  }

  private open(set: QuestionSet, layout: QuestionLayout, dropped: number): SetReply {
    const summary = summaryOf(set);
    this.set = set;
    this.setPrint = summary.fingerprint;
    this.rated = null;
    this.evaluation = null;
    this.newestEvaluation++;
    return { ok: true, set: summary, layout, dropped };
  }

  /** Marks a reply with what it is made from, which is what there is now: questions and judge may be others when it is there. */
  private making<T>(): (value: T) => Made<T> {
    const print = moralFingerprint(this.setPrint, this.modelPrint);
    return (value) => ({ value, fingerprint: print });
  }

  private made<T>(value: T): Made<T> {
    return this.making<T>()(value);
  }

  private rating(): Promise<Rated | null> | null {
    const { model, set, rate } = this;
    if (!model || !set) return null;
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
