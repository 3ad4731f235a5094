// @vitest-environment happy-dom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { panelPage } from "../testing/panel-page.tsx";
import { IntervalsPart } from "./intervals-part.tsx";
import { TrustSentence } from "./trust-sentence.tsx";

afterEach(cleanup);

const sentence = () => screen.queryByText(/On answers it has not seen/);
const isRead = () => {
  const found = sentence();
  return found !== null && !found.closest("[style*='visibility: hidden']");
};

test("the sentence on unseen answers is gone as soon as it is about another palette", async () => {
  const { answer, analyse, document } = await panelPage(<TrustSentence hasPanel />);
  await answer();
  expect(sentence()).toBeNull();
  await analyse("heldOut");
  expect(isRead()).toBe(true);
  act(() => document.getState().setTarget("humor", 1));
  expect(isRead()).toBe(false);
  await answer();
  expect(isRead()).toBe(false);
  await analyse("heldOut");
  expect(isRead()).toBe(true);
});

test("the sentence says where too few answers carry it", async () => {
  const { answer, analyse, document, values } = await panelPage(<TrustSentence hasPanel />);
  const [{ min, max }] = values;
  const caveat = () => screen.queryByText(/answers carry the mix in each part that was measured/);
  act(() => document.getState().setTarget("humor", 0));
  await answer();
  await analyse("heldOut");
  expect(isRead()).toBe(true);
  expect(caveat()).toBeNull();
  act(() => document.getState().setTarget("humor", min + 0.93 * (max - min)));
  await answer();
  await analyse("heldOut");
  expect(isRead()).toBe(true);
  expect(caveat()).not.toBeNull();
});

test("intervals that agree with the check and are too narrow all the same say so in one breath", async () => {
  const interval = { estimate: 1, se: 0.1, low: 0.8, high: 1.2 };
  const { values } = await panelPage(null);
  const [value] = values;
  const of = {
    palette: { targets: [1], held: [false], mode: "pooled" as const },
    values: [value],
    labels: ["Humor"],
  };
  const intervals = { lambda: [interval], levels: [interval], kl: interval, df: 30 };
  const bootstrap = { lambda: [0.1], kl: 0.105, reachable: 100, of: 100 };
  cleanup();
  await panelPage(
    <IntervalsPart
      {...of}
      intervals={{ ...intervals, isLikelyTooNarrow: true }}
      bootstrap={bootstrap}
    />,
  );
  const note = screen.getByText(/Drawing the answers anew 100 times/).closest("p")?.textContent;
  expect(note).toContain("likely too narrow");
  expect(document.body.textContent).not.toMatch(/as these intervals say/);
});
