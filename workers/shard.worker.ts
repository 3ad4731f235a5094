import { type ShardCall, shardService } from "../src/engine/rows/shard-service.ts";

const answer = shardService();

self.onmessage = ({ data }: MessageEvent<ShardCall>) => self.postMessage(answer(data));
