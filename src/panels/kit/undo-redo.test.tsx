// @vitest-environment happy-dom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { panelPage } from "../testing/panel-page.tsx";
import { UndoRedo } from "./undo-redo.tsx";

afterEach(cleanup);

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

test("takes back the last step of the document, and does it again", async () => {
  const { document } = await panelPage(<UndoRedo />);
  act(() => document.temporal.getState().clear());
  expect(button("Undo").disabled).toBe(true);
  act(() => document.getState().edit((now) => ({ ...now, pair: null })));
  act(() => button("Undo").click());
  expect(document.getState().document.pair).not.toBeNull();
  expect(button("Undo").disabled).toBe(true);
  act(() => button("Redo").click());
  expect(document.getState().document.pair).toBeNull();
});
