import { presetsFor } from "../core/rows/presets.ts";
import type { ValueSummary } from "../core/rows/samples.ts";
import { SOLVER_VERSION } from "../core/solve/solver-version.ts";
import {
  FIRST_PANEL,
  type PaletteDocument,
  type SharedDocument,
  type ValueSetting,
} from "../share/document/document.ts";
import type { DocumentStore } from "./document-store.ts";
import { defaultDocument, firstPreset, presetSettings } from "./palette.ts";
import {
  FIRST_PLACE,
  type MoralPlace,
  type SessionState,
  type SessionStore,
} from "./session-store.ts";

/** What a file of settings of this moment holds: the document in full, and where one is looking. */
export function sharedDocument(documents: DocumentStore, session: SessionStore): SharedDocument {
  const { panel, others, page, moral } = session.getState();
  return {
    ...documents.getState().document,
    ...(panel === FIRST_PANEL ? {} : { panel }),
    ...(others === "free" ? { others } : {}),
    ...(page === "moral" ? { page, ...placeFields(moral) } : {}),
    ...(SOLVER_VERSION > 1 ? { solver: SOLVER_VERSION } : {}),
  };
}

function placeFields({ tab, question }: MoralPlace): Pick<SharedDocument, "tab" | "question"> {
  return {
    ...(tab === FIRST_PLACE.tab ? {} : { tab }),
    ...(question === FIRST_PLACE.question ? {} : { question: question + 1 }),
  };
}

/** Where one is when a link or file of settings is opened. */
export function sharedPlace(document: SharedDocument): Pick<SessionState, "page" | "moral"> {
  const { page, tab = FIRST_PLACE.tab, question = FIRST_PLACE.question + 1 } = document;
  return { page: page ?? "palette", moral: { tab, question: question - 1 } };
}

/** What a link of this moment holds: the same, without what the data itself gives; null while there is no data. */
export function linkedDocument(
  documents: DocumentStore,
  session: SessionStore,
): SharedDocument | null {
  const { data } = session.getState();
  return data && leanDocument(sharedDocument(documents, session), data.values);
}

/**
 * A document without what these values and a preset give anyway, whichever preset leaves least to say; `reconcile` puts it
 * back. One that stands at the data's first palette lists nothing.
 */
export function leanDocument<T extends PaletteDocument>(
  document: T,
  values: readonly ValueSummary[],
): T & SharedDocument {
  const usual = defaultDocument(document.source, values);
  const first = firstPreset(values);
  const bases = [first, ...presetsFor(values)].map((preset) => {
    const presetValues = presetSettings(preset, values);
    const own = document.order.filter((id) => !sameSetting(document.values[id], presetValues[id]));
    return { preset, own };
  });
  const { preset, own } = bases.reduce((a, b) => (b.own.length < a.own.length ? b : a));
  const isOwnAll = own.length === document.order.length;
  const isUsual = own.length === 0 && samePlaces(document.order, usual.order);
  const { pair, ...rest } = document;
  return {
    ...(rest as T),
    values: Object.fromEntries(own.map((id) => [id, document.values[id]])),
    order: isUsual ? [] : document.order,
    pair: pair && usual.pair && samePlaces(pair, usual.pair) ? null : pair,
    ...(isOwnAll || preset.id === first.id ? {} : { preset: preset.id }),
  };
}

function sameSetting(a: ValueSetting | undefined, b: ValueSetting | undefined): boolean {
  return a?.participation === b?.participation && a?.target === b?.target && a?.unit === b?.unit;
}

function samePlaces(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, k) => id === b[k]);
}
