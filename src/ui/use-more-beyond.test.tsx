// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ScrollBox } from "./scroll-box.tsx";

afterEach(cleanup);

/** A box of 200 pixels with so many in it, scrolled so far. */
function box(width: number) {
  render(
    <ScrollBox className="wide" label="table">
      <p>text</p>
    </ScrollBox>,
  );
  const element = screen.getByRole("region", { name: "table" });
  const sizes = { clientWidth: 200, scrollWidth: width };
  for (const [name, value] of Object.entries(sizes))
    Object.defineProperty(element, name, { value, configurable: true });
  const scrollTo = (left: number) => {
    element.scrollLeft = left;
    fireEvent.scroll(element);
    return element.dataset.more;
  };
  return scrollTo;
}

test("says on which side there is more to see", () => {
  const scrollTo = box(500);
  expect(scrollTo(0)).toBe("end");
  expect(scrollTo(100)).toBe("both");
  expect(scrollTo(300)).toBe("start");
});

test("says nothing where all is seen", () => {
  expect(box(200)(0)).toBeUndefined();
});
