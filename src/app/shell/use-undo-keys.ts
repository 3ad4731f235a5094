import { useEffect } from "react";
import type { DocumentStore } from "../../state/document-store.ts";

/** Ctrl or ⌘ Z undoes, with Shift (or Ctrl Y) redoes; not while text is being typed. */
export function useUndoKeys(documents: DocumentStore): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const { undo, redo } = documents.temporal.getState();
      if (key === "z" && !event.shiftKey) undo();
      else if ((key === "z" && event.shiftKey) || key === "y") redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [documents]);
}

/** A number that was not touched yet (`data-idle`) is not being typed. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  return target.type === "text" && target.dataset.idle === undefined;
}
