import { type ComponentType, Suspense, useEffect } from "react";
import { MORAL_TABS, type MoralTab } from "../../state/moral-store.ts";
import { lazyPart } from "../../ui/part/lazy-part.tsx";
import { PartBoundary } from "../../ui/part/part-boundary.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useDesk, useMoral } from "./kit/moral-desk.ts";

const LOAD: Record<MoralTab, () => Promise<ComponentType>> = {
  agents: async () => (await import("./agents/agents-tab.tsx")).AgentsTab,
  palette: async () => (await import("./palette/palette-tab.tsx")).PaletteTab,
  evaluation: async () => (await import("./evaluation/evaluation-tab.tsx")).EvaluationTab,
  rewards: async () => (await import("./rewards/rewards-tab.tsx")).RewardsTab,
  data: async () => (await import("./data/data-tab.tsx")).DataTab,
  training: async () => (await import("./rewards/training-tab.tsx")).TrainingTab,
};
const TAB: Record<MoralTab, ComponentType> = {
  agents: lazyPart(LOAD.agents),
  palette: lazyPart(LOAD.palette),
  evaluation: lazyPart(LOAD.evaluation),
  rewards: lazyPart(LOAD.rewards),
  data: lazyPart(LOAD.data),
  training: lazyPart(LOAD.training),
};

/** What stands behind the answer, one part at a time; all of them are fetched behind the first, so that the network may go; one that does not come is asked for again when it is opened. */
export function MoralTabs() {
  const text = useText().moral.tabs;
  const { store } = useDesk();
  const current = useMoral((s) => s.tab);
  const Tab = TAB[current];
  useEffect(() => {
    for (const load of Object.values(LOAD)) void load().catch(() => undefined);
  }, []);
  return (
    <section className="moral-tabs" aria-label={text.label}>
      <Tabs
        label={text.label}
        tabs={MORAL_TABS.map((id) => ({ id, label: text[id] }))}
        current={current}
        onChange={(tab) => store.setState({ tab })}
      >
        <Suspense fallback={null}>
          <PartBoundary key={current}>
            <Tab />
          </PartBoundary>
        </Suspense>
      </Tabs>
    </section>
  );
}
