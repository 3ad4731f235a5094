import { lazy, Suspense } from "react";
import { useSession, useStores } from "../../panels/kit/stores.ts";
import type { PanelName } from "../../share/document/document.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { useText } from "../../ui/text/use-text.ts";
import "./analysis-area.css";

const PANEL: Record<PanelName, ReturnType<typeof lazy>> = {
  compare: lazy(async () => ({
    default: (await import("../../panels/compare/compare-panel.tsx")).ComparePanel,
  })),
  tradeOffs: lazy(async () => ({
    default: (await import("../../panels/trade-offs/trade-offs-panel.tsx")).TradeOffsPanel,
  })),
  sequential: lazy(async () => ({
    default: (await import("../../panels/sequential/sequential-panel.tsx")).SequentialPanel,
  })),
  pairs: lazy(async () => ({
    default: (await import("../../panels/pairs/pairs-panel.tsx")).PairsPanel,
  })),
  distributions: lazy(async () => ({
    default: (await import("../../panels/distributions/distributions-panel.tsx"))
      .DistributionsPanel,
  })),
  mixes: lazy(async () => ({
    default: (await import("../../panels/mixes/mixes-panel.tsx")).MixesPanel,
  })),
  trust: lazy(async () => ({
    default: (await import("../../panels/trust/trust-panel.tsx")).TrustPanel,
  })),
  answers: lazy(async () => ({
    default: (await import("../../panels/answers/answers-panel.tsx")).AnswersPanel,
  })),
};

/** The deeper panels below the pictures (those of `panels`), one at a time; each is fetched when it is first opened and asks nothing while closed. */
export function AnalysisArea({ panels }: { panels: readonly PanelName[] }) {
  const text = useText().analyses;
  const { session } = useStores();
  const chosenPanel = useSession((s) => s.panel);
  if (panels.length === 0) return null;
  const current = panels.includes(chosenPanel) ? chosenPanel : panels[0];
  const Panel = PANEL[current];
  return (
    <section className="analyses" id="analyses" aria-label={text.heading}>
      <Tabs
        label={text.heading}
        tabs={panels.map((id) => ({ id, label: text.tabs[id] }))}
        current={current}
        onChange={(panel) => session.setState({ panel })}
      >
        <Suspense fallback={<p className="analysis-opening">{text.opening(text.tabs[current])}</p>}>
          <Panel />
        </Suspense>
      </Tabs>
    </section>
  );
}
