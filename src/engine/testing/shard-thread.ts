import { type ShardCall, shardService } from "../rows/shard-service.ts";

/** A shard worker of one thread with the same protocol: structured clones, replies in a later task, and a switch to kill it. */
export class ShardThread {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  /** Silent: takes messages and never replies. */
  isSilent = false;
  isTerminated = false;
  calls = 0;
  private readonly answer = shardService();

  postMessage(call: ShardCall, transfer: ArrayBuffer[]): void {
    const copy = structuredClone(call, { transfer });
    setImmediate(() => {
      if (this.isSilent || this.isTerminated) return;
      this.calls++;
      this.onmessage?.({ data: structuredClone(this.answer(copy)) });
    });
  }

  /** What the host does when the worker's script fails. */
  crash(): void {
    this.isSilent = true;
    this.onerror?.({ preventDefault: () => undefined });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}
