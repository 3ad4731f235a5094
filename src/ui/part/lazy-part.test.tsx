// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { lazyPart } from "./lazy-part.tsx";
import { mendStyles } from "./mend-styles.ts";
import { PartBoundary } from "./part-boundary.tsx";

afterEach(() => {
  cleanup();
  document.head.replaceChildren();
});

/** What a boundary caught would be written out. */
const QUIET = { onCaughtError: () => undefined };

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

const plot = { isBroken: false };

function Plot() {
  if (plot.isBroken) throw new Error("invalid domain");
  return <p>the plot</p>;
}

function greetingAfter(failures: number) {
  let asked = 0;
  return lazyPart(async () => {
    if (asked++ < failures) throw new TypeError("Failed to fetch dynamically imported module");
    return Greeting;
  });
}

test("a part that does not come is a sentence, and comes when it is tried again", async () => {
  const Part = greetingAfter(2);
  render(
    <Suspense fallback="on its way">
      <Part name="Ada" />
    </Suspense>,
    QUIET,
  );
  for (let k = 0; k < 2; k++) {
    expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");
    expect(await screen.findByRole("button", { name: "Reload the page" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText("on its way");
  }
  expect(await screen.findByText("Hello Ada")).toBeTruthy();
});

test("one that opens over the page can be closed instead", async () => {
  const closed = vi.fn();
  const Part = lazyPart<{ onClose: () => void }>(
    () => Promise.reject(new TypeError("Failed to fetch")),
    ({ onClose }) => onClose(),
  );
  render(
    <Suspense fallback={null}>
      <Part onClose={closed} />
    </Suspense>,
    QUIET,
  );
  fireEvent.click(await screen.findByRole("button", { name: "Dismiss" }));
  expect(closed).toHaveBeenCalledOnce();
});

test("a fault in one part leaves the others where they are", async () => {
  plot.isBroken = true;
  render(
    <>
      <PartBoundary>
        <Plot />
      </PartBoundary>
      <p>the rest</p>
    </>,
    QUIET,
  );
  expect(screen.getByText("the rest")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("stopped because of a fault");
  plot.isBroken = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("the plot")).toBeTruthy();
});

/** Wraps every text as a browser does that translates the page. */
function translate(root: Element): void {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walk.nextNode()) texts.push(walk.currentNode);
  for (const text of texts) {
    const font = document.createElement("font");
    font.textContent = `übersetzt: ${text.textContent}`;
    (text as Text).replaceWith(font);
  }
}

function Sentence({ level }: { level: number | null }) {
  return (
    <p>
      {level !== null && <b>{level}</b>}
      {level === null ? "nothing yet" : " is reached"}
      {level !== null && level > 1 && <i>, which is much</i>}
    </p>
  );
}

test("a page that the browser translates goes on, with what is new in the place of what was", () => {
  const shown = (level: number | null) => (
    <PartBoundary>
      <div>
        <Sentence level={level} />
      </div>
    </PartBoundary>
  );
  const { container, rerender } = render(shown(null), QUIET);
  for (const level of [1, 2, 1, null, 3]) {
    translate(container);
    rerender(shown(level));
    expect(screen.queryByRole("alert")).toBeNull();
    if (level !== null) expect(container.textContent).toContain(`${level}`);
  }
});

test.each([
  ["load", true],
  ["error", false],
])("style sheets that did not come are asked for once more: %s", async (end, isWhole) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  Object.defineProperty(link, "sheet", { value: null });
  document.head.append(link);
  const mended = mendStyles(document);
  const fresh = document.head.querySelector("link");
  expect(fresh).not.toBe(link);
  fresh?.dispatchEvent(new Event(end));
  expect(await mended).toBe(isWhole);
});
