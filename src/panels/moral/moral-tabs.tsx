import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { MORAL_TABS, type MoralTab } from "../../state/moral-store.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useDesk, useMoral } from "./kit/moral-desk.ts";

const LOAD: Record<MoralTab, () => Promise<{ default: ComponentType }>> = {
  agents: async () => ({ default: (await import("./agents/agents-tab.tsx")).AgentsTab }),
  palette: async () => ({ default: (await import("./palette/palette-tab.tsx")).PaletteTab }),
  evaluation: async () => ({
    default: (await import("./evaluation/evaluation-tab.tsx")).EvaluationTab,
  }),
  rewards: async () => ({ default: (await import("./rewards/rewards-tab.tsx")).RewardsTab }),
  data: async () => ({ default: (await import("./data/data-tab.tsx")).DataTab }),
  training: async () => ({ default: (await import("./rewards/training-tab.tsx")).TrainingTab }),
};
const TAB: Record<MoralTab, ComponentType> = {
  agents: lazy(LOAD.agents),
  palette: lazy(LOAD.palette),
  evaluation: lazy(LOAD.evaluation),
  rewards: lazy(LOAD.rewards),
  data: lazy(LOAD.data),
  training: lazy(LOAD.training),
};

/** What stands behind the answer, one part at a time; all of them are fetched behind the first, so that the network may go. */
export function MoralTabs() {
  const text = useText().moral.tabs;
  const { store } = useDesk();
  const current = useMoral((s) => s.tab);
  const Tab = TAB[current];
  useEffect(() => {
    for (const load of Object.values(LOAD)) void load();
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
          <Tab />
        </Suspense>
      </Tabs>
    </section>
  );
}
