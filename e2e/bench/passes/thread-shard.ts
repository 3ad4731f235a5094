import { Worker as Thread, type TransferListItem } from "node:worker_threads";

/** A shard in a thread of Node, as far as the pool needs the browser's Worker. `script`: the built `shard-entry.ts`. */
export function threadShard(script: string): Worker {
  const thread = new Thread(new URL(script));
  const heard = new EventTarget();
  thread.on("message", (data: unknown) =>
    heard.dispatchEvent(new MessageEvent("message", { data })),
  );
  return Object.assign(heard, {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message: unknown, transfer?: Transferable[] | StructuredSerializeOptions) =>
      thread.postMessage(message, (Array.isArray(transfer) ? transfer : []) as TransferListItem[]),
    terminate: () => void thread.terminate(),
  });
}
