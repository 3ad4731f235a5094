import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { StatusMark } from "./status-mark.tsx";

it("marks each verdict with its own shape", () => {
  const shapes = (["reachable", "thin", "out-of-reach", "unsettled"] as const).map((status) =>
    renderToStaticMarkup(<StatusMark status={status} />).replace(/class="[^"]*"/, ""),
  );
  expect(new Set(shapes).size).toBe(4);
});
