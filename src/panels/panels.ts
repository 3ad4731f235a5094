import type { ComponentType } from "react";
import { FIRST_PANEL, type SharedDocument } from "../share/document/document.ts";
import type { FieldProblem } from "../share/document/read-document.ts";
import { lazyPart } from "../ui/part/lazy-part.tsx";
import type { Catalogue } from "../ui/text/en.ts";

/** One of the panels below the pictures, by the name of its tab's text. */
export type PanelName = keyof Catalogue["analyses"]["tabs"];

/**
 * The panels below the pictures, in the order of their tabs; each is fetched when it is first opened. A new one is a row here,
 * its component, and its text in every catalogue. Links hold the name, so a name stays what it is.
 */
export const PANELS: Readonly<Record<PanelName, ComponentType>> = {
  compare: lazyPart(async () => (await import("./compare/compare-panel.tsx")).ComparePanel),
  tradeOffs: lazyPart(
    async () => (await import("./trade-offs/trade-offs-panel.tsx")).TradeOffsPanel,
  ),
  sequential: lazyPart(
    async () => (await import("./sequential/sequential-panel.tsx")).SequentialPanel,
  ),
  pairs: lazyPart(async () => (await import("./pairs/pairs-panel.tsx")).PairsPanel),
  distributions: lazyPart(
    async () => (await import("./distributions/distributions-panel.tsx")).DistributionsPanel,
  ),
  mixes: lazyPart(async () => (await import("./mixes/mixes-panel.tsx")).MixesPanel),
  trust: lazyPart(async () => (await import("./trust/trust-panel.tsx")).TrustPanel),
  answers: lazyPart(async () => (await import("./answers/answers-panel.tsx")).AnswersPanel),
};

/** Their names, in the order of their tabs. */
export const PANEL_NAMES = Object.keys(PANELS) as readonly PanelName[];

/** The panel of that name; the first where there is none. */
export function openPanel(name: string | undefined): PanelName {
  return name !== undefined && isPanel(name) ? name : FIRST_PANEL;
}

/** What to tell of a link or file that names a panel which there is not. */
export function panelProblems({ panel }: SharedDocument): FieldProblem[] {
  return panel === undefined || isPanel(panel) ? [] : [{ field: "panel", value: panel }];
}

function isPanel(name: string): name is PanelName {
  return Object.hasOwn(PANELS, name);
}
