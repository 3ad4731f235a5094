import { useEffect } from "react";

/** What takes the focus without opening a keyboard on a touch screen. */
const CONTROLS =
  "button:not(:disabled), select:not(:disabled), a[href], input[type=range], input[type=radio]:checked, [role=tab][tabindex='0']";
const HEADINGS = "#verdict, h2, h3";

/**
 * Whatever had the focus may go or be disabled by its own press: the focus then moves to the first control beside it, or to the
 * heading of the page, and not to nowhere.
 */
export function useKeptFocus(): void {
  useEffect(() => keepFocus(document), []);
}

/** The same for a document; returns a function that stops it. */
export function keepFocus(page: Document): () => void {
  let last: { readonly element: Element; readonly around: readonly Element[] } | null = null;

  const focused = ({ target }: FocusEvent) => {
    if (target instanceof Element) last = { element: target, around: ancestorsOf(target) };
  };
  // Left by hand for nothing in particular: nothing is to be kept then.
  const left = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget) return;
    queueMicrotask(() => {
      if (last?.element === target && !isLost(last.element)) last = null;
    });
  };
  const changed = () => {
    if (!last || !isLost(last.element) || hasFocus(page)) return;
    const target = nextFocus(last.around, page);
    if (!target) return;
    last = null;
    if (!target.matches(CONTROLS)) target.tabIndex = -1;
    target.focus();
  };
  const observer = new MutationObserver(changed);
  observer.observe(page.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled"],
  });
  page.addEventListener("focusin", focused);
  page.addEventListener("focusout", left);
  return () => {
    observer.disconnect();
    page.removeEventListener("focusin", focused);
    page.removeEventListener("focusout", left);
  };
}

function hasFocus({ activeElement, body }: Document): boolean {
  return activeElement !== null && activeElement !== body && !isLost(activeElement);
}

function isLost(element: Element): boolean {
  return !element.isConnected || element.matches(":disabled");
}

function ancestorsOf(element: Element): Element[] {
  const around: Element[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) around.push(at);
  return around;
}

/** A control in the smallest part of the page that is left; from the whole of the page on, its heading. */
function nextFocus(around: readonly Element[], page: Document): HTMLElement | null {
  for (const part of around) {
    if (!part.isConnected) continue;
    if (part.matches("main, body") || part.querySelector("main")) break;
    const control = part.querySelector<HTMLElement>(CONTROLS);
    if (control) return control;
  }
  return page.querySelector<HTMLElement>("main")?.querySelector<HTMLElement>(HEADINGS) ?? null;
}
