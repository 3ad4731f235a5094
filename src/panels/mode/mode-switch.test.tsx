// @vitest-environment happy-dom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { panelPage } from "../testing/panel-page.tsx";
import { ModeSwitch } from "./mode-switch.tsx";

afterEach(cleanup);

const page = (groups: { prompts: number; single: number; median: number }) =>
  panelPage(<ModeSwitch />, { data: { groups } });
const each = () => screen.getByRole<HTMLInputElement>("radio", { name: "each prompt by itself" });
const LONELY = { prompts: 2178, single: 2048, median: 1 };

test("is not offered where most prompts have a single answer, and says why", async () => {
  await page(LONELY);
  expect(each().disabled).toBe(true);
  expect(screen.getByText(/2,048 of 2,178 prompts have a single answer/)).toBeTruthy();
});

test("that a link asks for all the same can be left, and still says why it says little", async () => {
  const { document } = await page(LONELY);
  act(() => document.getState().edit((now) => ({ ...now, mode: "per-prompt" })));
  expect(each().disabled).toBe(false);
  expect(screen.getByText(/2,048 of 2,178 prompts have a single answer/)).toBeTruthy();
});

test("is offered where prompts have several answers", async () => {
  const { document } = await page({ prompts: 100, single: 0, median: 4 });
  expect(each().disabled).toBe(false);
  expect(screen.queryByText(/single answer/)).toBeNull();
  act(() => each().click());
  expect(document.getState().document.mode).toBe("per-prompt");
  expect(screen.getByText(/Half of the prompts have at most 4 answers/)).toBeTruthy();
});
