import { parentPort } from "node:worker_threads";
import { type ShardCall, shardService } from "../../../src/engine/rows/shard-service.ts";

const answer = shardService();

parentPort?.on("message", (call: ShardCall) => parentPort?.postMessage(answer(call)));
