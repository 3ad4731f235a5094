import { serve } from "../src/engine/life/serve.ts";
import { SolverService } from "../src/engine/solver/solver-service.ts";

const makeShard = () =>
  new Worker(new URL("./shard.worker.ts", import.meta.url), { type: "module" });

// Several embeds may share a page and its reader's machine.
const mostCores = self.name === "embed" ? 2 : Number.POSITIVE_INFINITY;

serve(new SolverService(makeShard, Math.min(navigator.hardwareConcurrency, mostCores)));
