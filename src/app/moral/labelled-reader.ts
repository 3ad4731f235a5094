import { connectRewards, type RewardsClient } from "../../engine/connections.ts";
import type { LifeTools } from "../../engine/life/watch-life.ts";
import { serviceClient } from "../../engine/service-client.ts";

/** The worker that trains on labelled texts; a new one reads again what the one before held. */
export interface LabelledReader {
  readonly client: RewardsClient;
  /** Says which files it holds by now; none for no texts. */
  hold(files: readonly File[]): void;
}

/** Makes its client; the worker starts at its first work. */
export function labelledReader(
  makeWorker: () => Worker,
  tools: Partial<LifeTools>,
): LabelledReader {
  let held: readonly File[] = [];
  return {
    client: serviceClient(makeWorker, connectRewards, {
      tools,
      async prepare(service) {
        if (held.length === 0) return;
        const read = await service.read(held, () => undefined);
        if (!read.ok) throw new Error("invalid file: it is no longer what it was");
      },
    }),
    hold(files) {
      held = files;
    },
  };
}
