// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Menu, MenuItem } from "./menu.tsx";

afterEach(cleanup);

function menu() {
  const onChoose = vi.fn();
  render(
    <>
      <Menu label="HHH 70 %" title="Choose a preset: HHH 70 %">
        {(close) => (
          <MenuItem
            current
            onChoose={() => {
              onChoose();
              close();
            }}
          >
            HHH 80 %
          </MenuItem>
        )}
      </Menu>
      <button type="button">elsewhere</button>
    </>,
  );
  const button = screen.getByRole("button", { name: /preset/ });
  fireEvent.click(button);
  return { button, onChoose };
}

test("a choice is made, the panel closes, and focus comes back", () => {
  const { button, onChoose } = menu();
  expect(button.getAttribute("aria-expanded")).toBe("true");
  fireEvent.click(screen.getByRole("button", { name: "HHH 80 %" }));
  expect(onChoose).toHaveBeenCalledOnce();
  expect(screen.queryByRole("button", { name: "HHH 80 %" })).toBeNull();
  expect(document.activeElement).toBe(button);
});

test("Escape closes and gives focus back", () => {
  const { button } = menu();
  fireEvent.keyDown(document, { key: "Escape" });
  expect(button.getAttribute("aria-expanded")).toBe("false");
  expect(document.activeElement).toBe(button);
});

test("a press elsewhere closes it", () => {
  const { button } = menu();
  fireEvent.pointerDown(screen.getByRole("button", { name: "elsewhere" }));
  expect(button.getAttribute("aria-expanded")).toBe("false");
});
