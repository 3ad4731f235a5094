import { useEffect } from "react";

/** Ctrl or ⌘ P prints what `onPrint` prints, in place of the page with all its controls. */
export function usePrintKey(isOn: boolean, onPrint: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p";
      if (!isPrint || event.shiftKey || event.altKey) return;
      event.preventDefault();
      onPrint();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn, onPrint]);
}
