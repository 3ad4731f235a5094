import { expose } from "comlink";
import { SolverService } from "../src/engine/solver-service.ts";

const makeShard = () =>
  new Worker(new URL("./shard.worker.ts", import.meta.url), { type: "module" });

expose(new SolverService(makeShard, navigator.hardwareConcurrency));
