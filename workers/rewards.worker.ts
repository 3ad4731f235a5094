import { expose, transfer } from "comlink";
import { RewardsService } from "../src/engine/texts/rewards-service.ts";
import { scoreBuffers } from "../src/engine/texts/score-batches.ts";

const service = new RewardsService();

expose({
  read: (...asked: Parameters<RewardsService["read"]>) => service.read(...asked),
  train: (...asked: Parameters<RewardsService["train"]>) => service.train(...asked),
  score: async (...asked: Parameters<RewardsService["score"]>) => {
    const columns = await service.score(...asked);
    return transfer(
      columns,
      columns.map((c) => c.buffer as ArrayBuffer),
    );
  },
  scoreBy: async (...asked: Parameters<RewardsService["scoreBy"]>) => {
    const columns = await service.scoreBy(...asked);
    return transfer(columns, scoreBuffers(columns));
  },
});
