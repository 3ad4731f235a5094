import type { PackedTexts } from "../../core/rows/packed-texts.ts";
import type { RewardProblem } from "../../rewards/reward-problem.ts";
import type { TextScorer } from "../../rewards/text-scorer.ts";
import { messageOf } from "../error-message.ts";
import { handedOver } from "../handed-over.ts";
import type {
  ModelLabels,
  ModelPlace,
  ModelProgress,
  ModelScores,
  TextModelApi,
} from "../text-model-contract.ts";
import { modelFiles, type OpenModelFile } from "./model-files.ts";
import { scoreBatches } from "./score-batches.ts";

/** The chance of every label for each of some texts. */
export type ClassifyTexts = (
  texts: readonly string[],
) => Promise<readonly (readonly { readonly label: string; readonly score: number }[])[]>;

/** Loads a model that classifies texts, weights as `weights` names them; rejects where it cannot be used. Tells the share loaded. */
export type LoadClassifier = (
  open: (path: string) => Promise<Response>,
  weights: keyof typeof WEIGHTS,
  onProgress: (share: number) => void,
) => Promise<ClassifyTexts>;

/** Where weights lie within a model, those that load faster first. */
const WEIGHTS = { q8: "onnx/model_quantized.onnx", fp32: "onnx/model.onnx" } as const;

const BATCH = 8;
const CONFIG = "config.json";
const NO_ENGINE = { ok: false, problem: problem("no-model-engine") } as const;

/** Scores texts by a text-classification model that the user points at; lives in a worker of its own. */
export class TextModelService implements TextModelApi {
  constructor(
    /** Null where there is none, as in the application in one file. */
    private readonly load: LoadClassifier | null,
    /** Address of the worker. */
    private readonly own: string,
  ) {}

  /** Reads which labels the model at a place gives. */
  async labels(place: ModelPlace): Promise<ModelLabels> {
    if (!this.load) return NO_ENGINE;
    return labelsOf(modelFiles(place, this.own));
  }

  /** Scores packed texts by the chance of each of these labels. */
  async score(
    place: ModelPlace,
    labels: readonly string[],
    texts: PackedTexts,
    onProgress: (progress: ModelProgress) => void = () => undefined,
  ): Promise<ModelScores> {
    const { load } = this;
    if (!load) return NO_ENGINE;
    const open = modelFiles(place, this.own);
    const ownLabels = await labelsOf(open);
    if (!ownLabels.ok) return ownLabels;
    const weights = await weightsOf(open);
    if (!weights) return { ok: false, problem: problem("model-not-found", WEIGHTS.fp32) };
    try {
      const classify = await load(
        async (path) => {
          const reply = await open(path);
          return reply.ok ? reply.response : new Response(null, { status: 404 });
        },
        weights,
        (share) => onProgress({ stage: "loading", share }),
      );
      const scorers = labelScorers(classify, labels);
      const columns = await scoreBatches(scorers, texts, BATCH, (share) =>
        onProgress({ stage: "scoring", share }),
      );
      return handedOver(
        { ok: true, columns },
        columns.map((column) => column.scores),
      );
    } catch (error) {
      return { ok: false, problem: problem("model-failed", messageOf(error)) };
    }
  }
}

/** One scorer per label; a batch that several of them score is classified once. */
function labelScorers(classify: ClassifyTexts, labels: readonly string[]): TextScorer[] {
  let last: readonly string[] | null = null;
  let chancesOfLast: ReturnType<ClassifyTexts> = Promise.resolve([]);
  return labels.map((label) => ({
    kind: "model",
    name: label,
    lowerIsBetter: false,
    async score(texts) {
      if (texts !== last) chancesOfLast = classify(texts);
      last = texts;
      return Float64Array.from(
        await chancesOfLast,
        (chances) => chances.find((one) => one.label === label)?.score ?? Number.NaN,
      );
    },
  }));
}

async function labelsOf(open: OpenModelFile): Promise<ModelLabels> {
  const reply = await open(CONFIG);
  if (!reply.ok) return { ok: false, problem: problem("model-unreachable", reply.reason) };
  if (!reply.response.ok) return { ok: false, problem: problem("model-not-found", CONFIG) };
  const labels = labelsIn(await reply.response.text());
  return labels
    ? { ok: true, labels }
    : { ok: false, problem: problem("not-a-text-model", CONFIG) };
}

/** The labels that a configuration names, by their numbers; null where it is none of a model that classifies. */
function labelsIn(config: string): string[] | null {
  let named: unknown;
  try {
    named = (JSON.parse(config) as { id2label?: unknown } | null)?.id2label;
  } catch {
    return null;
  }
  if (typeof named !== "object" || named === null) return null;
  const labels = Object.entries(named)
    .sort((a, b) => Number(a[0]) - Number(b[0]))
    .map(([, label]) => label);
  return labels.length > 0 && labels.every((label) => typeof label === "string") ? labels : null;
}

/** The first weights that are there. */
async function weightsOf(open: OpenModelFile): Promise<keyof typeof WEIGHTS | null> {
  for (const weights of ["q8", "fp32"] as const) {
    const reply = await open(WEIGHTS[weights]);
    if (!reply.ok) continue;
    const isThere =
      reply.response.ok && !/html/.test(reply.response.headers.get("content-type") ?? "");
    await reply.response.body?.cancel();
    if (isThere) return weights;
  }
  return null;
}

function problem(code: RewardProblem["code"], detail?: string): RewardProblem {
  return { code, severity: "error", ...(detail === undefined ? {} : { detail }) };
}
