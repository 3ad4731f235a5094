import { type PictureRequest, pictureKey } from "../../core/region/picture-request.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { LoadOutcome, Rows } from "../../engine/contract.ts";
import type { LifeTools } from "../../engine/life/watch-life.ts";
import {
  type EngineClient,
  type EngineEvents,
  startEngine,
  type WorkerStatus,
} from "../../engine/solver/engine-client.ts";
import type { LoadEnd } from "../../engine/solver/row-sender.ts";
import type { Stores } from "../../panels/kit/stores.ts";
import type { DataSource, PaletteDocument } from "../../share/document/document.ts";
import { paletteOf, samePalette } from "../../state/palette.ts";
import {
  isGivenUp,
  type LoadedData,
  type ReadableRows,
  type SessionStore,
} from "../../state/session-store.ts";
import type { NewData } from "../data/new-data.ts";
import { readableRows } from "../data/readable-rows.ts";
import { type Analyst, connectAnalyses } from "./connect-analyses.ts";

/** The engine as the application uses it: rows go in here, everything else follows the document. */
export interface EngineConnection {
  /** Loads rows, then hands the document to use with them to `settle` before the first answer is asked. */
  load(data: NewData, settle: (data: LoadedData) => PaletteDocument): Promise<LoadEnd>;
  /** Starts anew what was given up. */
  startAgain(): void;
  /** The rows that are loaded as they arrived, or null. */
  rows(): Rows | null;
  /** Analyses of the rows that are loaded, for the application itself. */
  readonly analyst: Analyst;
}

/** Joins state to engine in one place: document → palette → answer → session, the region after it, and the analyses. */
export function connectEngine(
  stores: Stores,
  makeWorker: () => Worker,
  tools: Partial<LifeTools> = {},
): EngineConnection {
  const { document: documents, session } = stores;
  let stamp = 0;
  let loaded: Rows | null = null;
  let isSlownessTold = false;
  const engine = startEngine(
    makeWorker,
    eventsOf(session, {
      shows: (request) => follower.shows(request),
      forsake: () => follower.forsake(),
    }),
    tools,
  );
  const follower = new DocumentFollower(engine, stores);
  return {
    rows: () => loaded,
    analyst: connectAnalyses(engine, session, stores.analyses, tools.clock),
    startAgain: () => engine.startAgain(),
    async load({ rows, source, dropped, texts }, settle) {
      const end = await engine.load(rows, fingerprintOf(source));
      if (!end.ok) return end;
      loaded = rows;
      if (end.kernel === "plain" && !isSlownessTold) {
        isSlownessTold = true;
        session.getState().notify({ kind: "kernel-plain" });
      }
      const data = loadedData(++stamp, end, dropped, readableRows(rows, texts));
      follower.forget();
      session.setState({ data: null, answer: null, answered: null, region: null });
      const document = settle(data);
      documents.getState().replaceDocument(document);
      session.setState({ data });
      follower.follow();
      return end;
    },
  };
}

/** What becomes of the engine's news; a picture that is no longer to be shown (`shows`) comes to nothing. */
function eventsOf(
  session: SessionStore,
  { shows, forsake }: Pick<DocumentFollower, "shows" | "forsake">,
): EngineEvents {
  return {
    onStatus: (status) => {
      tellStatus(session, status);
      if (status === "failed") forsake();
    },
    onAnswer: (answer, answered, isNewest) =>
      session.setState({ answer, answered, isAnswering: !isNewest }),
    onPicture: (region, request) => {
      if (shows(request)) session.setState({ region });
    },
    onProblem: (detail) => {
      session.setState({ isAnswering: false });
      forsake();
      session.getState().notify({ kind: "calculation-failed", detail });
    },
  };
}

function tellStatus(session: SessionStore, status: WorkerStatus): void {
  session.setState({ engine: status });
  const { notify, settle } = session.getState();
  if (status === "ready") settle(["worker-failed", "worker-missing"]);
  if (status === "restarting") notify({ kind: "worker-restarted" });
  if (!isGivenUp({ engine: status })) return;
  session.setState({ isAnswering: false });
  // A browser that makes no workers has a page of its own.
  if (status !== "unable")
    notify({ kind: status === "missing" ? "worker-missing" : "worker-failed" });
}

/** What stands for the rows of a source in the answers that are made from them. */
function fingerprintOf(source: DataSource): string {
  return source.kind === "file"
    ? source.fingerprint
    : `${source.name} ${source.rows} ${source.seed}`;
}

function loadedData(
  stamp: number,
  { rows, values, groups, sketch }: Extract<LoadOutcome, { ok: true }>,
  dropped: number,
  readable: ReadableRows | undefined,
): LoadedData {
  return { stamp, rows, values, dropped, groups, ...(readable ? { readable } : {}), sketch };
}

/** Asks for the answer and the picture of the palette as it stands, whenever that changes. */
class DocumentFollower {
  /** The palette that was asked last, and the picture. */
  private asked: Palette | null = null;
  private drawn: PictureRequest | null = null;

  constructor(
    private readonly engine: EngineClient,
    private readonly stores: Pick<Stores, "document" | "session">,
  ) {
    stores.document.subscribe(() => this.follow());
    stores.session.subscribe((now, before) => {
      if (now.others !== before.others) this.follow();
    });
  }

  /** What was asked was of other rows. */
  forget(): void {
    this.asked = null;
    this.drawn = null;
  }

  /** True where a picture says something of the palette as it stands: one of the other mode does not. */
  shows({ palette }: PictureRequest): boolean {
    return this.drawn !== null && this.drawn.palette.mode === palette.mode;
  }

  /** No answer comes to what was asked last: one to another palette may not stand beside it. */
  forsake(): void {
    const { answered } = this.stores.session.getState();
    if (this.asked && answered && !samePalette(this.asked, answered))
      this.stores.session.setState({ answer: null, answered: null });
  }

  follow(): void {
    const { data, answered } = this.stores.session.getState();
    if (!data) return;
    if (!data.groups && this.stores.document.getState().document.mode === "per-prompt") {
      this.leavePrompts();
      return;
    }
    const palette = paletteOf(this.stores.document.getState().document, data.values);
    if (!samePalette(palette, this.asked ?? answered)) {
      this.asked = palette;
      this.stores.session.setState({ isAnswering: true });
      this.engine.ask(palette);
    }
    this.draw(palette, data);
  }

  /** A document, from a link perhaps, that asks for something of each prompt where no prompt has two answers. */
  private leavePrompts(): void {
    const { document: documents, session } = this.stores;
    session.getState().notify({ kind: "mode-pooled" });
    documents.getState().amend(({ mode: _, ...document }) => document);
  }

  private draw(palette: Palette, { values }: LoadedData): void {
    const { session, document: documents } = this.stores;
    const [x, y] = (documents.getState().document.pair ?? []).map((id) =>
      values.findIndex((v) => v.id === id),
    );
    if (x === undefined || y === undefined || x < 0 || y < 0) return;
    const request = { palette, pair: [x, y], others: session.getState().others } as const;
    if (this.drawn && pictureKey(this.drawn) === pictureKey(request)) return;
    const isOfOtherMode = this.drawn !== null && !this.shows(request);
    this.drawn = request;
    // What one mode can reach says nothing about the other: better no picture than the wrong one.
    if (isOfOtherMode) session.setState({ region: null });
    this.engine.draw(request);
  }
}
