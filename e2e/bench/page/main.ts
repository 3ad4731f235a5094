import { passesAt } from "../passes/measure-passes.ts";

declare global {
  interface Window {
    /** Times passes in this page. */
    passesAt(rows: number, size: number): ReturnType<typeof passesAt>;
  }
}

const makeShard = () =>
  new Worker(new URL("../../../workers/shard.worker.ts", import.meta.url), { type: "module" });

window.passesAt = (rows, size) => passesAt(rows, size, makeShard);
