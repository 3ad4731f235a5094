import { type RefObject, useEffect } from "react";

/** A pixel that rounding may leave over says nothing. */
const SLACK = 2;

/** Marks an element that scrolls sideways with `data-more` = "start", "end" or "both", for the sides where there is more to see. */
export function useMoreBeyond(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const mark = () => {
      const more = moreOf(element);
      if (more) element.dataset.more = more;
      else delete element.dataset.more;
    };
    const sizes = new ResizeObserver(mark);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    element.addEventListener("scroll", mark, { passive: true });
    mark();
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", mark);
    };
  });
}

function moreOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): string | null {
  const isStart = scrollLeft > SLACK;
  const isEnd = scrollWidth - clientWidth - scrollLeft > SLACK;
  if (isStart && isEnd) return "both";
  return isStart ? "start" : isEnd ? "end" : null;
}
