// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Term } from "./term.tsx";
import { en } from "./text/en.ts";

afterEach(cleanup);

test("an explanation opens on focus, describes its word, and Escape puts it away", () => {
  render(<Term term="drift">drift, nats</Term>);
  const word = screen.getByRole("button", { name: "drift, nats" });
  expect(screen.queryByRole("tooltip")).toBeNull();
  fireEvent.focus(word);
  const bubble = screen.getByRole("tooltip");
  expect(bubble.textContent).toContain(en.help.terms.drift.plain);
  expect(word.getAttribute("aria-describedby")).toBe(bubble.id);
  fireEvent.keyDown(document, { key: "Escape" });
  expect(screen.queryByRole("tooltip")).toBeNull();
});

test("it opens on a tap too", () => {
  render(<Term term="carry">answers</Term>);
  fireEvent.click(screen.getByRole("button"));
  expect(screen.getByRole("tooltip").textContent).toContain(en.help.terms.carry.exact);
});
