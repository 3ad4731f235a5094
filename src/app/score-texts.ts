import type { IngestClient } from "../engine/ingest-client.ts";
import type { RewardsClient } from "../engine/rewards-client.ts";
import type { ScoreColumn, ScorePreview } from "../ingest/scored-table.ts";
import type { ImportState } from "../panels/data/import-store.ts";
import type { ScoringRequest, ScoringState } from "../panels/data/scoring.ts";
import type { FileImport } from "./import-file.ts";

type PreviewState = Extract<ImportState, { phase: "preview" }>;

/** Numbers for texts: from a column of the file that is previewed to new columns of its preview. */
export interface TextScoring {
  /** Scores; a newer request ends an older one, and so does putting the file away. */
  score(request: ScoringRequest): Promise<void>;
  cancel(): void;
}

/** Joins the worker that holds the file to the one that scores texts; every outcome ends in the import's store. */
export function textScoring(
  { store, map }: FileImport,
  ingest: IngestClient,
  rewards: RewardsClient,
): TextScoring {
  let turn = 0;

  store.subscribe((state, before) => {
    if (before.phase === "preview" && state.phase !== "preview") end();
  });

  function end(): void {
    turn++;
    rewards.cancel();
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
    tell(mine, { phase: "running", share: 0 });
    const added = await scoresOf(request, (share) => tell(mine, { phase: "running", share }));
    const state = previewed(mine);
    if (!state) return;
    if (!added) return tell(mine, { phase: "crashed" });
    const shown = withScores(state, request.column, added);
    store.setState(shown, true);
    await map(shown.mapping);
  }

  /** Columns of scores as the worker that holds the file shows them; null where a worker stopped. */
  async function scoresOf(
    { column, measures, model }: ScoringRequest,
    onProgress: (share: number) => void,
  ): Promise<ScorePreview | null> {
    const texts = await ingest.texts(column);
    if ("stopped" in texts) return null;
    const choice = { measures: measures.map((m) => m.measure), model };
    const scored = await rewards.scoreBy(choice, texts, onProgress);
    if ("stopped" in scored) return null;
    const labels = new Map<string, string>(measures.map((m) => [m.measure, m.label]));
    const columns = scored.map(({ name, ...rest }): ScoreColumn => {
      const label = rest.kind === "measure" ? labels.get(name) : undefined;
      return { ...rest, name: label ?? name };
    });
    const added = await ingest.addScores(columns);
    return "stopped" in added ? null : added;
  }

  return {
    score,
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
