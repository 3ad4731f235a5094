import type { LiveAnswer } from "../../core/answer.ts";
import type { PictureRequest } from "../../core/region/picture-request.ts";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { Palette } from "../../core/rows/palette.ts";
import { systemClock } from "../../core/timing/clock.ts";
import { debounce } from "../../core/timing/debounce.ts";
import { type NewestWins, newestWins } from "../../core/timing/newest-wins.ts";
import type { TimedCall } from "../../core/timing/throttle.ts";
import type { Death } from "../../core/timing/worker-death.ts";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../../moral/moral-analyses.ts";
import { connectSolver, type SolverLink } from "../connections.ts";
import type { Outcome, Rows } from "../contract.ts";
import type { LifeTools } from "../life/watch-life.ts";
import { isStopped, type ServiceClient, serviceClient } from "../service-client.ts";
import { type LoadEnd, type NamedRows, RowSender } from "./row-sender.ts";

/** How the worker is doing; given up after several deaths, because its script cannot be fetched, or because none can be made. */
export type WorkerStatus = "starting" | "ready" | "restarting" | "failed" | "missing" | "unable";

/** What the page is told. Callbacks come in the order of the requests; an overtaken request has none. */
export interface EngineEvents {
  /** That the worker is given up is told again for each question that comes after. */
  onStatus(status: WorkerStatus): void;
  /** A coarse answer to the newest palette is followed by the exact one. */
  onAnswer(answer: LiveAnswer, palette: Palette, isNewest: boolean): void;
  onPicture(picture: RegionPicture, request: PictureRequest): void;
  /** A computation that failed in the worker or on the way to it, in its own words. */
  onProblem(detail: string): void;
}

/** Deaths in a row without an answer, or during the same analysis, after which nothing is tried again by itself. */
const MOST_RESTARTS = 3;
/** How long no palette must have been asked before a coarse answer is made exact. */
const REFINE_AFTER_MS = 120;
/** Name of the user timing of an answer; its detail holds the milliseconds spent in the worker, the status and the passes. */
const ANSWER_MEASURE = "answer";
const SUPERSEDED = { ok: false, reason: "superseded", detail: "" } as const;
const STOPPED = { ok: false, reason: "failed", detail: "" } as const;

/**
 * Starts a worker and keeps it going: when it dies, at work or at rest, a new one gets the same rows, and the newest palette
 * and picture are asked again. After three deaths without an answer it gives up, until rows are loaded or it is started again.
 * `tools` watch its life and time the rest between two answers.
 */
export function startEngine(
  makeWorker: () => Worker,
  events: EngineEvents,
  tools: Partial<LifeTools> = {},
): EngineClient {
  return new EngineClient(makeWorker, events, tools);
}

/** The page's side of the worker that holds the rows. */
export class EngineClient {
  private readonly client: ServiceClient<SolverLink>;
  private readonly sender: RowSender;
  private readonly answers: NewestWins<Palette>;
  private readonly refinements: NewestWins<Palette>;
  private readonly pictures: NewestWins<PictureRequest>;
  private readonly refineLater: TimedCall<[Palette]>;
  private readonly askedAt = new WeakMap<Palette, number>();
  private status: WorkerStatus = "starting";
  private restarts = 0;
  private isEnded = false;
  /** The rows that are loaded, for a worker that takes the place of this one. */
  private rows: NamedRows | null = null;
  private loads = 0;
  /** How often each analysis was on its way when a worker died. */
  private readonly deaths = new Map<AnalysisName, number>();
  private lastPalette: Palette | null = null;
  private lastPicture: PictureRequest | null = null;

  /** See `startEngine`. */
  constructor(
    makeWorker: () => Worker,
    private readonly events: EngineEvents,
    tools: Partial<LifeTools>,
  ) {
    const { clock = systemClock } = tools;
    const client = serviceClient(makeWorker, connectSolver, {
      tools,
      onDeath: (why) => this.restart(why),
    });
    this.client = client;
    this.sender = new RowSender(
      ({ rows, fingerprint }) => client.run((service) => service.load(rows, fingerprint)),
      () => !this.isGivenUp() && !this.isEnded,
    );
    this.refineLater = debounce(REFINE_AFTER_MS, (palette) => this.refinements.ask(palette), clock);
    this.answers = this.queue(
      (service, palette: Palette) => service.answer(palette),
      (answer, palette, isNewest) => this.take(answer, palette, isNewest),
    );
    this.refinements = this.queue(
      (service, palette: Palette) => service.refine(palette),
      (answer, palette) => events.onAnswer(answer, palette, palette === this.lastPalette),
    );
    this.pictures = this.queue(
      (service, request: PictureRequest) => service.picture(request),
      (picture, request) => events.onPicture(picture, request),
    );
    this.tell("starting");
    client.start();
  }

  /** Replaces the rows; they are kept so that a new worker can be given them. Those before stay where these are of no use. */
  async load(rows: Rows, fingerprint: string): Promise<LoadEnd> {
    if (this.isGivenUp()) this.revive();
    // Two loads of the same numbers may differ in what the numbers do not show, such as prompts.
    const next: NamedRows = { rows, fingerprint: `${fingerprint} ${++this.loads}` };
    const end = await this.sender.send(next);
    if (end.ok) {
      this.rows = next;
      this.deaths.clear();
      this.restarts = 0;
      this.lastPalette = null;
      this.lastPicture = null;
      this.clearQueues();
      this.tell("ready");
    } else if (end.reason === "unusable" && !this.isLoaded()) void this.giveRows();
    return end;
  }

  /** Asks for the answer to a palette; it comes as an event, and is asked again where the worker dies. */
  ask(palette: Palette): void {
    this.lastPalette = palette;
    this.askedAt.set(palette, performance.now());
    this.refineLater.cancel();
    if (this.isGivenUp()) this.tell(this.status);
    else if (this.isLoaded()) this.answers.ask(palette);
  }

  /** Asks for a picture in the same way. */
  draw(request: PictureRequest): void {
    this.lastPicture = request;
    if (this.isLoaded()) this.pictures.ask(request);
  }

  /** Runs an analysis; a newer one of the same name, a cancel or a dead worker ends it as `superseded`. */
  async analyse<N extends AnalysisName>(
    name: N,
    request: AnalysisRequest<N>,
    onProgress: (share: number) => void,
  ): Promise<Outcome<AnalysisResult<N>>> {
    const deaths = this.deaths.get(name) ?? 0;
    if (this.isGivenUp() || deaths >= MOST_RESTARTS) return STOPPED;
    if (!this.isLoaded()) return SUPERSEDED;
    const outcome = await this.client.run((service) => service.analyses[name](request, onProgress));
    if (isStopped(outcome)) {
      this.deaths.set(name, deaths + 1);
      return SUPERSEDED;
    }
    if (!outcome.ok) return outcome;
    this.deaths.delete(name);
    return this.isOfRows(outcome.fingerprint) ? outcome : SUPERSEDED;
  }

  /** Calls an analysis off. */
  cancel(name: AnalysisName): void {
    if (this.isLoaded()) void this.client.run((service) => service.cancel(name));
  }

  /** Starts anew what was given up, with the rows that are loaded. */
  startAgain(): void {
    this.deaths.clear();
    if (!this.isGivenUp()) return;
    this.revive();
    void this.giveRows();
  }

  /** Ends the worker for good. */
  stop(): void {
    this.isEnded = true;
    this.clearQueues();
    this.client.cancel();
  }

  private queue<Request, Value>(
    run: (service: SolverLink, request: Request) => Promise<Outcome<Value>>,
    onValue: (value: Value, request: Request, isNewest: boolean) => void,
  ): NewestWins<Request> {
    return newestWins(
      (request) => this.client.run((service) => run(service, request)),
      (outcome, request, isNewest) => {
        if (isStopped(outcome)) return;
        if (outcome.ok) {
          if (this.isOfRows(outcome.fingerprint)) onValue(outcome.value, request, isNewest);
        } else if (outcome.reason === "failed") this.events.onProblem(outcome.detail);
      },
      (reason) => this.events.onProblem(reason instanceof Error ? reason.message : String(reason)),
    );
  }

  private take(answer: LiveAnswer, palette: Palette, isNewest: boolean): void {
    this.restarts = 0;
    this.measure(answer, palette);
    this.events.onAnswer(answer, palette, isNewest);
    if (isNewest && answer.isCoarse) this.refineLater(palette);
  }

  /** A user timing of the last answer, from the question to its arrival, so that anyone can measure a drag in the browser's own tools. */
  private measure({ elapsed, report }: LiveAnswer, palette: Palette): void {
    const start = this.askedAt.get(palette);
    const { status, passes } = report;
    performance.clearMeasures(ANSWER_MEASURE);
    if (start !== undefined)
      performance.measure(ANSWER_MEASURE, { start, detail: { elapsed, status, passes } });
  }

  private isLoaded(): boolean {
    return this.sender.holds(this.rows);
  }

  /** True for answers that were made from the rows that are loaded. */
  private isOfRows(fingerprint: string): boolean {
    return this.rows?.fingerprint === fingerprint;
  }

  private isGivenUp(): boolean {
    return this.status !== "starting" && this.status !== "ready" && this.status !== "restarting";
  }

  private restart(why: Death): void {
    this.clearQueues();
    this.sender.forget();
    this.restarts++;
    if (why !== "crashed" || this.restarts > MOST_RESTARTS) {
      this.tell(why === "crashed" ? "failed" : why);
      return;
    }
    this.tell("restarting");
    this.client.start();
    if (!this.sender.isSending()) void this.giveRows();
  }

  private revive(): void {
    this.restarts = 0;
    this.tell("starting");
    this.client.start();
  }

  /** Gives the worker the rows that are loaded, and asks again what was asked last. */
  private async giveRows(): Promise<void> {
    if (!this.rows) return;
    const end = await this.sender.send(this.rows);
    if (!end.ok) {
      if (end.reason === "unusable") this.events.onProblem(end.detail);
      return;
    }
    this.tell("ready");
    if (this.lastPalette) this.answers.ask(this.lastPalette);
    if (this.lastPicture) this.pictures.ask(this.lastPicture);
  }

  private clearQueues(): void {
    this.refineLater.cancel();
    for (const queue of [this.answers, this.refinements, this.pictures]) queue.clear();
  }

  private tell(status: WorkerStatus): void {
    this.status = status;
    this.events.onStatus(status);
  }
}
