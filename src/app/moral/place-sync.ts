import { MORAL_TABS, type MoralStore } from "../../state/moral-store.ts";
import type { SessionStore } from "../../state/session-store.ts";

/** Keeps the tab and the question of the page, and what the address says of them, in step; whichever changed last counts. */
export function placeSync(session: SessionStore, store: MoralStore): () => void {
  const stops = [
    store.subscribe(({ tab, question }) => {
      const { moral } = session.getState();
      if (moral.tab !== tab || moral.question !== question)
        session.setState({ moral: { tab, question } });
    }),
    session.subscribe(({ moral }, before) => {
      if (moral === before.moral) return;
      const now = store.getState();
      const tab = MORAL_TABS.find((name) => name === moral.tab) ?? MORAL_TABS[0];
      const isThere = moral.question < (now.set?.questions.length ?? Number.POSITIVE_INFINITY);
      const question = isThere ? moral.question : 0;
      if (tab !== now.tab || question !== now.question) store.setState({ tab, question });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
