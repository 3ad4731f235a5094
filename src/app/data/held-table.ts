import { connectIngest, type IngestClient } from "../../engine/connections.ts";
import type { LifeTools } from "../../engine/life/watch-life.ts";
import { serviceClient } from "../../engine/service-client.ts";
import type { ReadChoices } from "../../ingest/read-source.ts";
import type { ScoreColumn } from "../../ingest/table/scores.ts";

/** How the table was made that the worker holds. */
interface HeldTable {
  readonly files: readonly File[];
  readonly choices: ReadChoices;
  readonly scores: readonly ScoreColumn[];
}

/** The worker that reads files; a new one reads again what the one before held. */
export interface TableReader {
  readonly client: IngestClient;
  /** Says what it holds by now; null for nothing. */
  hold(table: HeldTable | null): void;
  /** Says that it holds these scores too. */
  holdScores(scores: readonly ScoreColumn[]): void;
}

/** Makes its client; the worker starts at its first work. */
export function tableReader(makeWorker: () => Worker, tools: Partial<LifeTools>): TableReader {
  let held: HeldTable | null = null;
  const client = serviceClient(makeWorker, connectIngest, {
    tools,
    async prepare(service) {
      if (!held) return;
      const { files, choices, scores } = held;
      const preview = await service.read(files, choices, () => undefined);
      if (!preview.ok) throw new Error("invalid file: it is no longer what it was");
      if (scores.length > 0) await service.addScores(scores);
    },
  });
  return {
    client,
    hold(table) {
      held = table;
    },
    holdScores(scores) {
      if (!held) return;
      const others = held.scores.filter((old) => !scores.some(({ name }) => name === old.name));
      held = { ...held, scores: [...others, ...scores] };
    },
  };
}
