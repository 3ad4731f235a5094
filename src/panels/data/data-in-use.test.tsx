// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { panelPage } from "../testing/panel-page.tsx";
import { DataInUse } from "./data-in-use.tsx";

afterEach(cleanup);

test("says what the answers in use hold, value by value", async () => {
  await panelPage(<DataInUse />, { data: { groups: { prompts: 100, single: 0, median: 4 } } });
  expect(screen.getByText(/2,312 answers · 6 values/)).toBeTruthy();
  expect(screen.getByText(/Answers to 100 prompts; half of them have at most 4/)).toBeTruthy();
  const row = screen.getByRole("row", { name: /^Humor/ });
  expect(row.textContent).toMatch(/0\.60 ± 1\.\d\d−2\.78 to 2\.59more/);
  const template = screen.getByRole("link", { name: /A file to begin with/ });
  expect(decodeURIComponent(template.getAttribute("href") ?? "")).toContain("prompt,answer,");
});
