import { proxy } from "comlink";
import type { AgentGoal, AgentTable } from "../../moral/agents/agents.ts";
import type { ProfileLevels } from "../../moral/agents/profile-levels.ts";
import type { RatedSummary } from "../../moral/agents/rated-answers.ts";
import type { ChatMessage, PromptRequest } from "../../moral/aggregate/prompt.ts";
import type {
  ComparedAnswer,
  EvaluationRequest,
  EvaluationSummary,
} from "../../moral/evaluation.ts";
import type { AnsweredQuestion, AnswerRequest } from "../../moral/questions/question-desk.ts";
import type { Case } from "../../moral/questions/questions.ts";
import type { RougeType } from "../../moral/rouge/rouge.ts";
import type { SplitOptions } from "../../moral/training/training-export.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import { lazyWorker, type Stopped } from "../lazy-worker.ts";
import type { MoralService, RatedRows, SetReply, TrainingFiles } from "./moral-service.ts";

/** The page's side of the worker that holds questions and answers; a worker that crashed comes back as `Stopped`. */
export interface MoralClient {
  openDemonstration(): Promise<SetReply | Stopped>;
  read(files: readonly File[], onProgress: (bytes: number) => void): Promise<SetReply | Stopped>;
  setModel(model: RewardModel): Promise<Stopped | undefined>;
  answer(request: AnswerRequest): Promise<AnsweredQuestion | Stopped>;
  prompt(request: PromptRequest): Promise<ChatMessage[] | Stopped>;
  ratings(): Promise<RatedSummary | null | Stopped>;
  levels(weights: readonly number[], strength: number): Promise<ProfileLevels | null | Stopped>;
  agents(goal: AgentGoal): Promise<AgentTable | null | Stopped>;
  rows(): Promise<RatedRows | null | Stopped>;
  cases(person: string | null): Promise<readonly (Case & { readonly place: number })[] | Stopped>;
  evaluate(
    request: EvaluationRequest,
    onProgress: (share: number) => void,
  ): Promise<EvaluationSummary | null | Stopped>;
  cancelEvaluation(): void;
  compare(
    place: number,
    system: string,
    type: RougeType,
    stem: boolean,
  ): Promise<ComparedAnswer | null | Stopped>;
  training(
    names: readonly (readonly [string, string])[],
    options: SplitOptions,
  ): Promise<TrainingFiles | Stopped>;
}

/** Makes a client that starts its worker at the first call. */
export function moralClient(makeWorker: () => Worker): MoralClient {
  const { run } = lazyWorker<MoralService>(makeWorker);
  return {
    openDemonstration: () => run((s) => s.openDemonstration() as Promise<SetReply>),
    read: (files, onProgress) =>
      run((s) => s.read([...files], proxy(onProgress)) as Promise<SetReply>),
    setModel: (model) => run((s) => s.setModel(model) as Promise<undefined>),
    answer: (request) => run((s) => s.answer(request) as Promise<AnsweredQuestion>),
    prompt: (request) => run((s) => s.prompt(request) as Promise<ChatMessage[]>),
    ratings: () => run((s) => s.ratings() as Promise<RatedSummary | null>),
    levels: (weights, strength) =>
      run((s) => s.levels(weights, strength) as Promise<ProfileLevels | null>),
    agents: (goal) => run((s) => s.agents(goal) as Promise<AgentTable | null>),
    rows: () => run((s) => s.rows() as Promise<RatedRows | null>),
    cases: (person) => run((s) => s.cases(person) as Promise<(Case & { place: number })[]>),
    evaluate: (request, onProgress) =>
      run((s) => s.evaluate(request, proxy(onProgress)) as Promise<EvaluationSummary | null>),
    cancelEvaluation: () => void run((s) => s.cancelEvaluation()),
    compare: (...asked) => run((s) => s.compare(...asked) as Promise<ComparedAnswer | null>),
    training: (names, options) => run((s) => s.training(names, options) as Promise<TrainingFiles>),
  };
}
