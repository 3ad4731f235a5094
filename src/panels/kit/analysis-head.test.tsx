// @vitest-environment happy-dom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { panelPage } from "../testing/panel-page.tsx";
import { AnalysisOutOfReach } from "./analysis-head.tsx";

afterEach(cleanup);

test("leads from an analysis that has nothing to show to the suggestions, wherever they are", async () => {
  await panelPage(
    <>
      <ul className="repairs">
        <li>
          <button type="button">Scale back together</button>
        </li>
      </ul>
      <AnalysisOutOfReach>Out of reach.</AnalysisOutOfReach>
    </>,
  );
  act(() => screen.getByRole("button", { name: "Show the suggestions" }).click());
  expect(document.activeElement?.textContent).toBe("Scale back together");
});
