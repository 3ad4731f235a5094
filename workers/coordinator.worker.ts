import { expose } from "comlink";
import { SolverService } from "../src/engine/solver-service.ts";

expose(new SolverService());
