// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { panelPage } from "../testing/panel-page.tsx";
import { ComparePanel } from "./compare-panel.tsx";

afterEach(cleanup);

test("the original model stands above what it is compared with", async () => {
  const { answer, analyse } = await panelPage(<ComparePanel />);
  await answer();
  await analyse("compare");
  const [, original, now] = screen.getAllByRole("row");
  expect(original.textContent).toMatch(/^original0\.60/);
  expect(original.textContent).toContain("2,312");
  expect(now.textContent).toContain("now");
});
