import { expose, transfer } from "comlink";
import { RewardsService } from "../src/engine/rewards-service.ts";

const service = new RewardsService();

expose({
  read: (...asked: Parameters<RewardsService["read"]>) => service.read(...asked),
  train: (...asked: Parameters<RewardsService["train"]>) => service.train(...asked),
  score: (...asked: Parameters<RewardsService["score"]>) => {
    const columns = service.score(...asked);
    return transfer(
      columns,
      columns.map((c) => c.buffer as ArrayBuffer),
    );
  },
});
