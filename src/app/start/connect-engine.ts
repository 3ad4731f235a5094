import type { PictureRequest } from "../../core/region/picture-request.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { Clock } from "../../core/timing/clock.ts";
import type { Rows } from "../../engine/contract.ts";
import { type EngineClient, startEngine } from "../../engine/solver/engine-client.ts";
import type { LoadEnd } from "../../engine/solver/row-sender.ts";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../../moral/moral-analyses.ts";
import type { Analyst } from "../../panels/kit/use-analysis.ts";
import type { PaletteDocument } from "../../share/document/document.ts";
import type { DocumentStore } from "../../state/document-store.ts";
import { paletteOf, samePalette } from "../../state/palette.ts";
import type { LoadedData, ReadableRows, SessionStore } from "../../state/session-store.ts";

/** The engine as the application uses it: rows go in here, everything else follows the document. */
export interface EngineConnection {
  /** Loads rows, then hands the document to use with them to `settle` before the first answer is asked. */
  load(
    rows: Rows,
    dropped: number,
    settle: (data: LoadedData) => PaletteDocument,
    readable?: ReadableRows,
  ): Promise<LoadEnd>;
  /** The rows that are loaded as they arrived, or null. */
  rows(): Rows | null;
  /** Analyses of the rows that are loaded, in the background. */
  readonly analyst: Analyst;
}

/** Joins state to engine in one place: document → palette → answer → session, and the region after it. */
export function connectEngine(
  documents: DocumentStore,
  session: SessionStore,
  makeWorker: () => Worker,
  clock?: Clock,
): EngineConnection {
  let stamp = 0;
  let drawn: PictureRequest | null = null;
  let lastAsked: Palette | null = null;
  let isSlownessTold = false;
  let loaded: Rows | null = null;
  const engine: EngineClient = startEngine(
    makeWorker,
    {
      onStatus: (status) => {
        session.setState({ engine: status });
        if (status === "restarting") session.getState().notify({ kind: "worker-restarted" });
        if (status === "failed") session.getState().notify({ kind: "worker-failed" });
      },
      onAnswer: (answer, answered, isNewest) =>
        session.setState({ answer, answered, isAnswering: !isNewest }),
      onPicture: (region) => session.setState({ region }),
      onProblem: (detail) => {
        session.setState({ isAnswering: false });
        session.getState().notify({ kind: "load-failed", detail });
      },
    },
    { clock },
  );

  function follow(): void {
    const { data, answered, others } = session.getState();
    if (!data) return;
    const { document } = documents.getState();
    const palette = paletteOf(document, data.values);
    const asked = lastAsked ?? answered;
    if (!samePalette(palette, asked)) {
      lastAsked = palette;
      session.setState({ isAnswering: true });
      engine.ask(palette);
    }
    const pair = document.pair?.map((id) => data.values.findIndex((v) => v.id === id));
    if (pair?.length !== 2 || pair.includes(-1)) return;
    if (
      drawn &&
      drawn.others === others &&
      drawn.pair[0] === pair[0] &&
      drawn.pair[1] === pair[1] &&
      samePalette(drawn.palette, palette)
    )
      return;
    // What one mode can reach says nothing about the other: better no picture than the wrong one.
    if (drawn && drawn.palette.mode !== palette.mode) session.setState({ region: null });
    drawn = { palette, pair: [pair[0], pair[1]], others };
    engine.draw(drawn);
  }

  documents.subscribe(follow);
  session.subscribe((now, before) => {
    if (now.others !== before.others) follow();
  });
  return {
    rows: () => loaded,
    analyst: {
      async analyse<N extends AnalysisName>(
        name: N,
        request: AnalysisRequest<N>,
        onProgress: (share: number) => void,
      ): Promise<AnalysisResult<N> | null> {
        const outcome = await engine.analyse(name, request, onProgress);
        return outcome.ok ? outcome.value : null;
      },
      cancel: (name) => engine.cancel(name),
    },
    async load(rows, dropped, settle, readable) {
      const outcome = await engine.load(rows);
      if (!outcome.ok) return outcome;
      loaded = rows;
      if (outcome.kernel === "plain" && !isSlownessTold) {
        isSlownessTold = true;
        session.getState().notify({ kind: "kernel-plain" });
      }
      const data: LoadedData = {
        stamp: ++stamp,
        rows: outcome.rows,
        values: outcome.values,
        dropped,
        groups: outcome.groups,
        ...(readable ? { readable } : {}),
        sketch: outcome.sketch,
      };
      lastAsked = null;
      drawn = null;
      session.setState({ data: null, answer: null, answered: null, region: null });
      const document = settle(data);
      documents.getState().replaceDocument(document);
      session.setState({ data });
      follow();
      return outcome;
    },
  };
}
