import { parentPort } from "node:worker_threads";
import { serve } from "../../../src/engine/life/serve.ts";
import { ShardService } from "../../../src/engine/rows/shard-service.ts";

const heard = new EventTarget();
parentPort?.on("message", (data) => heard.dispatchEvent(new MessageEvent("message", { data })));
const postMessage = (message: unknown) => parentPort?.postMessage(message);
serve(new ShardService(), Object.assign(heard, { postMessage }), null);
