// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { panelPage } from "../testing/panel-page.tsx";
import { AnswersPanel } from "./answers-panel.tsx";

afterEach(cleanup);

test("a file of numbers is not called a sample", async () => {
  const source = { kind: "file", name: "mine.csv", fingerprint: "00" } as const;
  await panelPage(<AnswersPanel />, { source });
  expect(screen.getByText(/This file has no answer texts/)).toBeTruthy();
  expect(screen.queryByText(/calibrated synthetic sample/)).toBeNull();
});

test("a sample says that it is one", async () => {
  await panelPage(<AnswersPanel />);
  expect(screen.getByText(/calibrated synthetic sample/)).toBeTruthy();
});
