import { type ProxyMarked, wrap } from "comlink";
import type {
  AnalysesApi,
  IngestApi,
  MoralApi,
  RewardsApi,
  Service,
  ShardApi,
  SolverApi,
} from "./contract.ts";
import type { Served } from "./life/serve.ts";
import type { Connection, ServiceClient } from "./service-client.ts";
import type { TextModelApi } from "./text-model-contract.ts";

/** What the page can ask the solver's worker: the calls of its contract, and each analysis by its name. */
export type SolverLink = Service<SolverApi> & { readonly analyses: AnalysesApi };

/** Joins the page to the worker that holds the rows. */
export function connectSolver(worker: Worker): Connection<SolverLink> {
  return wrap<Served<SolverApi & { readonly analyses: AnalysesApi & ProxyMarked }>>(worker);
}

/** Joins a worker that holds rows to one that holds a part of them. */
export function connectShard(worker: Worker): Connection<Service<ShardApi>> {
  return wrap<Served<ShardApi>>(worker);
}

/** Joins the page to the worker that reads files. */
export function connectIngest(worker: Worker): Connection<Service<IngestApi>> {
  return wrap<Served<IngestApi>>(worker);
}

/** Joins the page to the worker of questions and answers. */
export function connectMoral(worker: Worker): Connection<Service<MoralApi>> {
  return wrap<Served<MoralApi>>(worker);
}

/** Joins the page to the worker that trains classifiers and scores texts. */
export function connectRewards(worker: Worker): Connection<Service<RewardsApi>> {
  return wrap<Served<RewardsApi>>(worker);
}

/** Joins the page to the worker that runs a model of the user's. */
export function connectTextModel(worker: Worker): Connection<Service<TextModelApi>> {
  return wrap<Served<TextModelApi>>(worker);
}

/** The worker that reads files. */
export type IngestClient = ServiceClient<Service<IngestApi>>;
/** The worker that trains classifiers and scores texts. */
export type RewardsClient = ServiceClient<Service<RewardsApi>>;
/** The worker that runs a model of the user's. */
export type TextModelClient = ServiceClient<Service<TextModelApi>>;

/** The kinds of workers that the page starts. */
export type WorkerKind = "solver" | "ingest" | "moral" | "rewards" | "textModel";
