// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createMoralStore } from "../../../state/moral-store.ts";
import { type MoralDesk, MoralDeskContext } from "../kit/moral-desk.ts";
import { LabelledPreview } from "./labelled-preview.tsx";

afterEach(cleanup);

function page() {
  const store = createMoralStore();
  const desk = { store, relabel: vi.fn(), train: vi.fn() };
  store.setState({
    training: { source: "demonstration", value: "care", share: 0.5 },
    labelled: {
      name: "a.csv",
      layout: "labelled",
      values: [{ value: "care", follows: 2, violates: 1, torn: 0 }],
      skipped: 0,
      labels: [
        { label: "1", judged: 1, rows: 2, examples: ["She lied."] },
        { label: "0", judged: 0, rows: 1, examples: ["She helped."] },
        { label: "hmm", judged: null, rows: 1, examples: [] },
      ],
    },
  });
  render(
    <MoralDeskContext value={desk as unknown as MoralDesk}>
      <LabelledPreview />
    </MoralDeskContext>,
  );
  return desk;
}

test("labels that mean the opposite are turned round with one click", () => {
  const { relabel } = page();
  expect(screen.getByText("“She lied.”")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "The other way round" }));
  expect(relabel).toHaveBeenCalledWith(
    new Map([
      ["1", 0],
      ["0", 1],
      ["hmm", null],
    ]),
  );
});

test("one label is taken for something else by itself", () => {
  const { relabel } = page();
  fireEvent.change(screen.getByRole("combobox", { name: "What hmm counts as" }), {
    target: { value: "violates" },
  });
  expect(relabel.mock.calls[0][0].get("hmm")).toBe(0);
  expect(relabel.mock.calls[0][0].get("1")).toBe(1);
});

test("texts that were brought need not wait for the demonstration", () => {
  const { train } = page();
  fireEvent.click(screen.getByRole("button", { name: "Train on these texts" }));
  expect(train).toHaveBeenCalledWith("files");
});
