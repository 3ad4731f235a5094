import { type ProxyMarked, wrap } from "comlink";
import type {
  AnalysesApi,
  IngestApi,
  MoralApi,
  RewardsApi,
  Service,
  SolverApi,
  TextModelApi,
} from "./contract.ts";
import type { ServiceClient } from "./service-client.ts";

/** What the page can ask the solver's worker: the calls of its contract, and each analysis by its name. */
export type SolverLink = Service<SolverApi> & { readonly analyses: AnalysesApi };

/** Joins the page to the worker that holds the rows. */
export function connectSolver(worker: Worker): SolverLink {
  return wrap<SolverApi & { readonly analyses: AnalysesApi & ProxyMarked }>(worker);
}

/** Joins the page to the worker that reads files. */
export function connectIngest(worker: Worker): Service<IngestApi> {
  return wrap<IngestApi>(worker);
}

/** Joins the page to the worker of questions and answers. */
export function connectMoral(worker: Worker): Service<MoralApi> {
  return wrap<MoralApi>(worker);
}

/** Joins the page to the worker that trains classifiers and scores texts. */
export function connectRewards(worker: Worker): Service<RewardsApi> {
  return wrap<RewardsApi>(worker);
}

/** Joins the page to the worker that runs a model of the user's. */
export function connectTextModel(worker: Worker): Service<TextModelApi> {
  return wrap<TextModelApi>(worker);
}

/** The worker that reads files. */
export type IngestClient = ServiceClient<Service<IngestApi>>;
/** The worker of questions and answers. */
export type MoralClient = ServiceClient<Service<MoralApi>>;
/** The worker that trains classifiers and scores texts. */
export type RewardsClient = ServiceClient<Service<RewardsApi>>;
/** The worker that runs a model of the user's. */
export type TextModelClient = ServiceClient<Service<TextModelApi>>;

/** The kinds of workers that the page starts. */
export type WorkerKind = "solver" | "ingest" | "moral" | "rewards" | "textModel";
