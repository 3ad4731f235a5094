import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Palette } from "../../core/rows/palette.ts";
import { SolverService } from "../../engine/solver/solver-service.ts";
import type { AnalysisName } from "../../moral/moral-analyses.ts";
import type { DataSource } from "../../share/document/document.ts";
import { createAnalysesStore, entryOf } from "../../state/analyses-store.ts";
import { createDocumentStore } from "../../state/document-store.ts";
import { defaultDocument, emptyDocument, paletteOf } from "../../state/palette.ts";
import { createPreferencesStore } from "../../state/preferences-store.ts";
import { createSessionStore, type LoadedData } from "../../state/session-store.ts";
import { StoresContext } from "../kit/stores.ts";

const SAMPLE = { kind: "sample", name: "llama-2-7b-chat", rows: 2312, seed: 5 } as const;

/** A page that holds one panel over a calibrated sample; its engine is the test itself, which says when it answers. */
export async function panelPage(
  panel: ReactNode,
  { source = SAMPLE, data = {} }: { source?: DataSource; data?: Partial<LoadedData> } = {},
) {
  const service = new SolverService();
  const loaded = await service.load(SAMPLE, "rows");
  if (!loaded.ok) throw new Error(loaded.detail);
  const { values, rows } = loaded;
  const session = createSessionStore();
  const analyses = createAnalysesStore(session);
  const document = createDocumentStore(emptyDocument(source));
  document.getState().replaceDocument(defaultDocument(source, values));
  session.setState({ data: { stamp: 1, rows, values, dropped: 0, ...data }, engine: "ready" });
  const stores = {
    session,
    analyses,
    document,
    preferences: createPreferencesStore(null, ["en"]),
  };
  /** Answers the palette as it stands. */
  const answer = async () => {
    const asked: Palette = paletteOf(document.getState().document, values);
    const outcome = await service.answer(asked);
    if (!outcome.ok) throw new Error(outcome.detail);
    act(() => session.setState({ answer: outcome.value, answered: asked, isAnswering: false }));
  };
  /** Works out what the panel asks of an analysis. */
  const analyse = async (name: AnalysisName) => {
    const [request] = entryOf(analyses.getState(), name).requests;
    const outcome = await service.analyse(name, request as never, () => undefined);
    if (!outcome.ok) throw new Error(outcome.detail);
    act(() => analyses.getState().answer(name, 0, { request, result: outcome.value } as never));
  };
  render(<StoresContext value={stores}>{panel}</StoresContext>);
  return { ...stores, values, answer, analyse };
}
