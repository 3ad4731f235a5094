import type { PackedTexts } from "../../core/rows/packed-texts.ts";
import type { RewardsClient, TextModelClient } from "../../engine/connections.ts";
import type { ScoredTexts } from "../../engine/contract.ts";
import { handedOver } from "../../engine/handed-over.ts";
import { isStopped, type Stopped } from "../../engine/service-client.ts";
import type { ModelPlace, ModelProgress } from "../../engine/text-model-contract.ts";
import { placeFrom } from "../../engine/texts/model-files.ts";
import type { ScorePreview } from "../../ingest/mapping/scored-table.ts";
import type { ScoreColumn } from "../../ingest/table/scores.ts";
import type { ImportState } from "../../panels/data/import-store.ts";
import type { ModelLook, ScoringRequest, ScoringState } from "../../panels/data/scoring.ts";
import type { TableReader } from "./held-table.ts";
import type { FileImport } from "./import-file.ts";

type PreviewState = Extract<ImportState, { phase: "preview" }>;

/** Numbers for texts: from a column of the file that is previewed to new columns of its preview. */
export interface TextScoring {
  /** Scores; a newer request ends an older one, and so does putting the file away. */
  score(request: ScoringRequest): Promise<void>;
  cancel(): void;
  /** Reads which labels a model of the user's gives. */
  lookAt(place: ModelPlace): Promise<ModelLook>;
}

/** The workers that take part: one holds the file, one scores by measures and classifiers, one by a model of the user's. */
export interface ScoringWorkers {
  readonly reader: TableReader;
  readonly rewards: RewardsClient;
  readonly models: TextModelClient;
  /** Address of the page, from which the path of a model counts. */
  readonly page: string;
}

/** Where a scoring ended without scores. */
type Unscored = Extract<ScoringState, { phase: "refused" | "crashed" }>;
/** Columns of scores, or why there are none. */
type Scored = readonly ScoreColumn[] | Unscored;

/** Who waits for scores. */
interface ScoringWatch {
  /** False once they are not wanted any more. */
  isWanted(): boolean;
  onProgress(progress: ModelProgress): void;
}

/** Joins the worker that holds the file to the one that scores texts; every outcome ends in the import's store. */
export function textScoring({ store, map }: FileImport, workers: ScoringWorkers): TextScoring {
  const { reader, rewards, models, page } = workers;
  let turn = 0;

  store.subscribe((state, before) => {
    if (before.phase === "preview" && state.phase !== "preview") end();
  });

  function end(): void {
    turn++;
    rewards.cancel();
    models.cancel();
  }

  /** The preview that a scoring is about; null once it is overtaken or put away. */
  function previewed(ownTurn: number): PreviewState | null {
    const state = store.getState();
    return turn === ownTurn && state.phase === "preview" ? state : null;
  }

  function tell(ownTurn: number, scoring: ScoringState): void {
    const state = previewed(ownTurn);
    if (state) store.setState({ ...state, scoring }, true);
  }

  async function score(request: ScoringRequest): Promise<void> {
    end();
    const ownTurn = turn;
    const isWanted = () => previewed(ownTurn) !== null;
    const onProgress = ({ stage, share }: ModelProgress) =>
      tell(ownTurn, { phase: "running", stage, share });
    onProgress({ stage: request.textModel ? "loading" : "scoring", share: 0 });
    const scored = await scoresOf(request, workers, { isWanted, onProgress });
    if (!isWanted()) return;
    if ("phase" in scored) return tell(ownTurn, scored);
    // Copied, for a worker that takes the place of this one.
    reader.holdScores(scored);
    const added = await reader.client.run((service) => service.addScores(scored));
    const state = previewed(ownTurn);
    if (!state) return;
    if (isStopped(added)) return tell(ownTurn, crashed(added));
    const preview = withScores(state, request.column, added);
    store.setState(preview, true);
    await map(preview.mapping);
  }

  async function lookAt(place: ModelPlace): Promise<ModelLook> {
    const labels = await models.run((service) => service.labels(placeFrom(page, place)));
    return isStopped(labels) ? null : labels;
  }

  return {
    score,
    lookAt,
    cancel() {
      end();
      tell(turn, { phase: "idle" });
    },
  };
}

function crashed({ stopped }: Stopped): Unscored {
  return { phase: "crashed", why: stopped === "cancelled" ? "crashed" : stopped };
}

/** By the user's model first: where it fails, nothing else is waited for. */
async function scoresOf(
  request: ScoringRequest,
  workers: ScoringWorkers,
  watch: ScoringWatch,
): Promise<Scored> {
  const byModel = await scoresByModel(request, workers, watch);
  if ("phase" in byModel || !watch.isWanted()) return byModel;
  const byRest = await scoresByMeasures(request, workers, watch);
  return "phase" in byRest ? byRest : [...byRest, ...byModel];
}

async function scoresByModel(
  { column, textModel }: ScoringRequest,
  { reader, models, page }: ScoringWorkers,
  { onProgress }: ScoringWatch,
): Promise<Scored> {
  if (!textModel) return [];
  const texts = await reader.client.run((service) => service.texts(column));
  if (isStopped(texts)) return crashed(texts);
  const place = placeFrom(page, textModel.place);
  const scores = await models.run((service) =>
    service.score(place, textModel.labels, handed(texts), onProgress),
  );
  if (isStopped(scores)) return crashed(scores);
  return scores.ok ? scores.columns : { phase: "refused", problem: scores.problem };
}

/** By measures and classifiers; none where neither is asked for. */
async function scoresByMeasures(
  { column, measures, model }: ScoringRequest,
  { reader, rewards }: ScoringWorkers,
  { onProgress }: ScoringWatch,
): Promise<Scored> {
  if (measures.length === 0 && !model) return [];
  const texts = await reader.client.run((service) => service.texts(column));
  if (isStopped(texts)) return crashed(texts);
  const choice = { measures: measures.map((m) => m.measure), model };
  const tellShare = (share: number) => onProgress({ stage: "scoring", share });
  const scored = await rewards.run((service) => service.score(choice, handed(texts), tellShare));
  if (isStopped(scored)) return crashed(scored);
  const labels = new Map<string, string>(measures.map((m) => [m.measure, m.label]));
  const nameOf = ({ kind, name }: ScoredTexts) =>
    (kind === "measure" ? labels.get(name) : undefined) ?? name;
  return scored.map((one) => ({ ...one, name: nameOf(one) }));
}

function handed(texts: PackedTexts): PackedTexts {
  return handedOver(texts, [texts.bytes, texts.ends]);
}

/**
 * The preview with these scores in place of those it had; what was settled for a column stays settled. What was scored is the answer
 * text, where there is no other.
 */
function withScores(state: PreviewState, column: string, added: ScorePreview): PreviewState {
  const { preview } = state;
  const hasAnswers = state.mapping.some((m) => m.use === "response");
  const mapping = state.mapping.map((m) =>
    m.column === column && m.use === "ignore" && !hasAnswers
      ? { ...m, use: "response" as const }
      : m,
  );
  const own = new Set(preview.columns.flatMap((c) => (c.scoredBy ? [] : c.name)));
  return {
    ...state,
    scoring: { phase: "idle" },
    preview: {
      ...preview,
      columns: [...preview.columns.filter((c) => own.has(c.name)), ...added.columns],
      problems: [
        ...preview.problems.filter(
          (p) => p.code !== "no-numeric-columns" && (!p.column || own.has(p.column)),
        ),
        ...added.problems,
      ],
    },
    mapping: [
      ...mapping.filter((m) => own.has(m.column)),
      ...added.mapping.map((fresh) => mapping.find((m) => m.column === fresh.column) ?? fresh),
    ],
  };
}
