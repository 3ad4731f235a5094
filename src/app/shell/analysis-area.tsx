import { Suspense } from "react";
import { useSession, useStores } from "../../panels/kit/stores.ts";
import { PANELS, type PanelName } from "../../panels/panels.ts";
import { PartBoundary } from "../../ui/part/part-boundary.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useText } from "../../ui/text/use-text.ts";
import "./analysis-area.css";

/** The deeper panels below the pictures (those of `panels`), one at a time; each is fetched when it is first opened and asks nothing while closed. */
export function AnalysisArea({ panels }: { panels: readonly PanelName[] }) {
  const text = useText().analyses;
  const { session } = useStores();
  const chosenPanel = useSession((s) => s.panel);
  if (panels.length === 0) return null;
  const current = panels.find((name) => name === chosenPanel) ?? panels[0];
  const Panel = PANELS[current];
  return (
    <section className="analyses" id="analyses" aria-label={text.heading}>
      <Tabs
        label={text.heading}
        tabs={panels.map((id) => ({ id, label: text.tabs[id] }))}
        current={current}
        onChange={(panel) => session.setState({ panel })}
      >
        <Suspense fallback={<p className="analysis-opening">{text.opening(text.tabs[current])}</p>}>
          <PartBoundary key={current}>
            <Panel />
          </PartBoundary>
        </Suspense>
      </Tabs>
    </section>
  );
}
