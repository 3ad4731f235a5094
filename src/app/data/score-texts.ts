import type { IngestClient } from "../../engine/files/ingest-client.ts";
import type { RewardsClient } from "../../engine/texts/rewards-client.ts";
import type { ScoredTexts } from "../../engine/texts/score-batches.ts";
import type { TextModelClient } from "../../engine/texts/text-model-client.ts";
import type { ModelProgress } from "../../engine/texts/text-model-service.ts";
import type { ScorePreview } from "../../ingest/mapping/scored-table.ts";
import type { ScoreColumn } from "../../ingest/table/scores.ts";
import type { ImportState } from "../../panels/data/import-store.ts";
import type {
  ModelLook,
  ModelPlace,
  ScoringRequest,
  ScoringState,
} from "../../panels/data/scoring.ts";
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
  readonly ingest: IngestClient;
  readonly rewards: RewardsClient;
  readonly models: TextModelClient;
}

/** Columns of scores, or where the scoring ended without them. */
type Scored = readonly ScoreColumn[] | Extract<ScoringState, { phase: "refused" | "crashed" }>;

/** Joins the worker that holds the file to the one that scores texts; every outcome ends in the import's store. */
export function textScoring(
  { store, map }: FileImport,
  { ingest, rewards, models }: ScoringWorkers,
): TextScoring {
  let turn = 0;

  store.subscribe((state, before) => {
    if (before.phase === "preview" && state.phase !== "preview") end();
  });

  function end(): void {
    turn++;
    rewards.cancel();
    models.cancel();
  }

  /** What is previewed, where that is still what `mine` is about. */
  function previewed(mine: number): PreviewState | null {
    const state = store.getState();
    return turn === mine && state.phase === "preview" ? state : null;
  }

  function tell(mine: number, scoring: ScoringState): void {
    const state = previewed(mine);
    if (state) store.setState({ ...state, scoring }, true);
  }

  async function score(request: ScoringRequest): Promise<void> {
    end();
    const mine = turn;
    const onProgress = ({ stage, share }: ModelProgress) =>
      tell(mine, { phase: "running", stage, share });
    onProgress({ stage: request.textModel ? "loading" : "scoring", share: 0 });
    const scored = await scoresOf(request, mine, onProgress);
    if (!previewed(mine)) return;
    if ("phase" in scored) return tell(mine, scored);
    const added = await ingest.addScores(scored);
    const state = previewed(mine);
    if (!state) return;
    if ("stopped" in added) return tell(mine, { phase: "crashed" });
    const shown = withScores(state, request.column, added);
    store.setState(shown, true);
    await map(shown.mapping);
  }

  /** By the user's model first: where it fails, nothing else is waited for. */
  async function scoresOf(
    { column, measures, model, textModel }: ScoringRequest,
    mine: number,
    onProgress: (progress: ModelProgress) => void,
  ): Promise<Scored> {
    const columns: ScoreColumn[] = [];
    if (textModel) {
      const texts = await ingest.texts(column);
      if ("stopped" in texts) return { phase: "crashed" };
      const { place, labels } = textModel;
      const scores = await models.score(place, labels, texts, onProgress);
      if ("stopped" in scores) return { phase: "crashed" };
      if (!scores.ok) return { phase: "refused", problem: scores.problem };
      columns.push(...scores.columns);
    }
    if (!previewed(mine) || (measures.length === 0 && !model)) return columns;
    const texts = await ingest.texts(column);
    if ("stopped" in texts) return { phase: "crashed" };
    const choice = { measures: measures.map((m) => m.measure), model };
    const tellShare = (share: number) => onProgress({ stage: "scoring", share });
    const scored = await rewards.scoreBy(choice, texts, tellShare);
    if ("stopped" in scored) return { phase: "crashed" };
    const labels = new Map<string, string>(measures.map((m) => [m.measure, m.label]));
    const nameOf = ({ kind, name }: ScoredTexts) =>
      (kind === "measure" ? labels.get(name) : undefined) ?? name;
    return [...scored.map((one) => ({ ...one, name: nameOf(one) })), ...columns];
  }

  async function lookAt(place: ModelPlace): Promise<ModelLook> {
    const found = await models.labels(place);
    return "stopped" in found ? null : found;
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
