import type { StoreApi } from "zustand/vanilla";
import { presetsFor } from "../../core/rows/presets.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { SOLVER_VERSION } from "../../core/solve/solver-version.ts";
import type { Stores } from "../../panels/kit/stores.ts";
import { currentPreset } from "../../panels/palette/preset-model.ts";
import { openPanel } from "../../panels/panels.ts";
import type { DataSource, PaletteDocument, SharedDocument } from "../../share/document/document.ts";
import { defaultDocument, presetSettings, reconcile } from "../../state/palette.ts";
import type { NewData } from "../data/new-data.ts";
import { sameSource, type WaitingLink } from "../data/waiting-link.ts";
import type { EngineConnection } from "./connect-engine.ts";

/** What is being loaded, or null. */
export type LoadingStore = StoreApi<{ readonly source: DataSource | null }>;

/** What opening data works with. */
export interface OpenerParts {
  readonly stores: Stores;
  readonly engine: EngineConnection;
  readonly loading: LoadingStore;
  readonly waiting: WaitingLink;
}

/** Who shows other rows. */
export interface DataOpener {
  /** Loads rows, and shows them with the document that `settle` makes for their values. False where that failed or was overtaken. */
  load(
    data: NewData,
    settle: (values: readonly ValueSummary[]) => PaletteDocument,
  ): Promise<boolean>;
  /** Loads rows with the link that waits for them, or else with the preset that is shown now. */
  show(data: NewData): Promise<boolean>;
  /** A link's document as far as it fits these values; what does not is told. */
  fitted(shared: SharedDocument, values: readonly ValueSummary[]): PaletteDocument;
  /** Begins to wait for other data; the function says whether nothing else was wished for since. */
  wish(source: DataSource): () => boolean;
  /** Starts the engine again where it was given up, with the rows that were on their way to it or are loaded. */
  again(): void;
}

/** Makes it; a newer wish for other data goes before an older one that comes later. */
export function dataOpener({ stores, engine, loading, waiting }: OpenerParts): DataOpener {
  const { document: documents, session } = stores;
  let wishes = 0;
  /** Tries again to load what there was no worker for. */
  let stopped: (() => void) | null = null;

  function wish(source: DataSource): () => boolean {
    const ownTurn = ++wishes;
    loading.setState({ source });
    return () => ownTurn === wishes;
  }

  async function load(
    data: NewData,
    settle: (values: readonly ValueSummary[]) => PaletteDocument,
  ): Promise<boolean> {
    const { source } = data;
    const isNewest = wish(source);
    stopped = null;
    const end = await engine.load(data, ({ values }) => ({ ...settle(values), source }));
    if (!end.ok && end.reason === "stopped") stopped = () => void load(data, settle);
    if (isNewest()) loading.setState({ source: null });
    if (end.ok) documents.temporal.getState().clear();
    else if (end.reason === "unusable")
      session.getState().notify({ kind: "load-failed", detail: end.detail });
    return end.ok;
  }

  function fitted(shared: SharedDocument, values: readonly ValueSummary[]): PaletteDocument {
    const { document, dropped, inRaw, held } = reconcile(shared, values);
    const { notify } = session.getState();
    if (dropped.length > 0) notify({ kind: "values-dropped", detail: dropped.join(", ") });
    if (inRaw.length > 0) notify({ kind: "unit-raw", detail: inRaw.join(", ") });
    if (held.length > 0) notify({ kind: "targets-held", detail: held.join(", ") });
    if ((shared.solver ?? 1) !== SOLVER_VERSION) notify({ kind: "link-other-solver" });
    session.setState({ panel: openPanel(shared.panel), others: shared.others ?? "targets" });
    return document;
  }

  function show(data: NewData): Promise<boolean> {
    const { document } = documents.getState();
    const old = session.getState().data?.values;
    const preset = old ? currentPreset(document, old) : null;
    const linked = waiting.take(data.source);
    waiting.standIn(false);
    if (linked) session.getState().settle(["link-other-data", "link-other-version"]);
    return load(data, (values) => {
      if (linked) return fitted(linked, values);
      if (old && sameSource(document.source, data.source) && sameIds(old, values)) return document;
      const { profile } = document;
      const fresh = { ...defaultDocument(data.source, values), ...(profile ? { profile } : {}) };
      const same = presetsFor(values).find(({ id }) => id === preset?.id);
      return same ? { ...fresh, values: presetSettings(same, values) } : fresh;
    });
  }

  function again(): void {
    if (stopped) stopped();
    else engine.startAgain();
  }

  return { load, show, fitted, wish, again };
}

function sameIds(a: readonly ValueSummary[], b: readonly ValueSummary[]): boolean {
  return a.length === b.length && a.every(({ id }, k) => id === b[k].id);
}
