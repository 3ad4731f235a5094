import type { Rows } from "../../engine/contract.ts";
import type { Stores } from "../../panels/kit/stores.ts";
import { paletteOf } from "../../state/palette.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import type { Analyst } from "../start/connect-analyses.ts";
import { exportNow } from "./export-now.ts";
import { saveFile } from "./save-file.ts";
import { type WeightsFormat, weightsFile } from "./weights-file.ts";
import type { WritingJob } from "./writing-job.ts";

/** What writing the weights needs. */
export interface WeightsSurroundings {
  readonly stores: Stores;
  readonly text: Catalogue;
  readonly analyst: Analyst | null;
  /** The rows as they arrived; their rewards are written as they are. */
  readonly rows: Rows | null;
  readonly onJob: (job: WritingJob | null) => void;
}

/**
 * Saves the weights of all answers under the λ of the report: the engine computes them in one pass, the page writes them with
 * pauses. Errors: throws `invalid export: …` where the engine gives none.
 */
export async function saveWeights(
  format: WeightsFormat,
  { stores, text, analyst, rows, onJob }: WeightsSurroundings,
): Promise<void> {
  const facts = await exportNow(stores, text);
  const { data } = stores.session.getState();
  if (!facts || !data || !analyst) throw new Error("invalid export: no answer");
  const controller = new AbortController();
  const job = {
    name: text.exports.items[format].name,
    rows: facts.rows,
    stop: () => controller.abort(),
  };
  const onShare = (share: number) => onJob({ ...job, share });
  onShare(0);
  try {
    const palette = paletteOf(stores.document.getState().document, data.values);
    const { lambda } = facts.answer.shown;
    const rowWeights = await analyst.analyse("rowWeights", { palette, lambda });
    if (!rowWeights) throw new Error("invalid export: no weights");
    const columns = rows?.kind === "columns" ? rows.columns : null;
    const weights = {
      ...rowWeights,
      rewards: facts.values.map(({ summary: { id } }, i) => ({
        id,
        values: columns?.find((column) => column.id === id)?.rewards ?? rowWeights.rewards[i],
      })),
    };
    const file = await weightsFile(format, weights, facts, text, onShare, controller.signal);
    if (file) saveFile(file);
  } finally {
    onJob(null);
  }
}
