import { Suspense } from "react";
import { useSession, useStores } from "../../panels/kit/stores.ts";
import { openPanel, PANELS, type PanelName } from "../../panels/panels.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { useText } from "../../ui/text/use-text.ts";
import "./analysis-area.css";

/** The deeper panels below the pictures (those `shown`), one at a time; each is fetched when it is first opened and asks nothing while closed. */
export function AnalysisArea({ shown }: { shown: readonly PanelName[] }) {
  const text = useText().analyses;
  const { session } = useStores();
  const asked = useSession((s) => s.panel);
  if (shown.length === 0) return null;
  const current = shown.find((name) => name === asked) ?? shown[0];
  const Panel = PANELS[current];
  return (
    <section className="analyses" id="analyses" aria-label={text.heading}>
      <Tabs
        label={text.heading}
        tabs={shown.map((id) => ({ id, label: text.tabs[id] }))}
        current={current}
        onChange={(panel) => session.setState({ panel: openPanel(panel) })}
      >
        <Suspense fallback={<p className="analysis-opening">{text.opening(text.tabs[current])}</p>}>
          <Panel />
        </Suspense>
      </Tabs>
    </section>
  );
}
