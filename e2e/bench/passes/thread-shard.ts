import { Worker as Thread } from "node:worker_threads";

/** A shard in a thread of Node, as far as the pool needs the browser's Worker. `script`: the built `shard-entry.ts`. */
export function threadShard(script: string): Worker {
  const thread = new Thread(new URL(script));
  const shard = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message: unknown, transfer: ArrayBuffer[]) =>
      thread.postMessage(message, transfer),
    terminate: () => void thread.terminate(),
  };
  thread.on("message", (data: unknown) => shard.onmessage?.({ data }));
  return shard as unknown as Worker;
}
