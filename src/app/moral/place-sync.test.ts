import { expect, test } from "vitest";
import { createMoralStore } from "../../state/moral-store.ts";
import { createSessionStore, FIRST_PLACE } from "../../state/session-store.ts";
import { placeSync } from "./place-sync.ts";

function both() {
  const [session, moral] = [createSessionStore(), createMoralStore()];
  moral.setState({ set: { questions: ["a", "b", "c"] } as never });
  const stop = placeSync(session, moral);
  return { session, moral, stop };
}

test("what is opened on the page stands in the address", () => {
  const { session, moral } = both();
  moral.setState({ tab: "training", question: 2 });
  expect(session.getState().moral).toEqual({ tab: "training", question: 2 });
});

test("a link that arrives opens its tab and question; what is not there falls back", () => {
  const { session, moral } = both();
  session.setState({ moral: { tab: "evaluation", question: 1 } });
  expect(moral.getState()).toMatchObject({ tab: "evaluation", question: 1 });
  session.setState({ moral: { tab: "kitchen", question: 99 } });
  expect(moral.getState()).toMatchObject({ tab: "agents", question: 0 });
  expect(session.getState().moral).toEqual(FIRST_PLACE);
});

test("once stopped, nothing follows", () => {
  const { session, moral, stop } = both();
  stop();
  moral.setState({ question: 2 });
  session.setState({ moral: { tab: "data", question: 1 } });
  expect(session.getState().moral.tab).toBe("data");
  expect(moral.getState().question).toBe(2);
});
