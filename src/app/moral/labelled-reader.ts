import { connectRewards, type RewardsClient } from "../../engine/connections.ts";
import type { LifeTools } from "../../engine/life/watch-life.ts";
import { serviceClient } from "../../engine/service-client.ts";
import type { Judged } from "../../rewards/judgement.ts";

/** Which files the worker holds, and what their labels were said to mean; null where nobody said so. */
interface HeldTexts {
  readonly files: readonly File[];
  readonly meant: ReadonlyMap<string, Judged> | null;
}

/** The worker that trains on labelled texts; a new one reads again what the one before held. */
export interface LabelledReader {
  readonly client: RewardsClient;
  /** Says what it holds by now; null for nothing. */
  hold(texts: HeldTexts | null): void;
  /** Says that their labels have another meaning. */
  holdMeaning(meant: ReadonlyMap<string, Judged>): void;
}

/** Makes its client; the worker starts at its first work. */
export function labelledReader(
  makeWorker: () => Worker,
  tools: Partial<LifeTools>,
): LabelledReader {
  let held: HeldTexts | null = null;
  return {
    client: serviceClient(makeWorker, connectRewards, {
      tools,
      async prepare(service) {
        if (!held) return;
        const { files, meant } = held;
        const read = await service.read(files, () => undefined);
        if (!read.ok) throw new Error("invalid file: it is no longer what it was");
        if (meant) await service.relabel(meant);
      },
    }),
    hold(texts) {
      held = texts;
    },
    holdMeaning(meant) {
      if (held) held = { ...held, meant };
    },
  };
}
