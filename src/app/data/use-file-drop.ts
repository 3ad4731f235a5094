import { type DragEvent, useRef, useState } from "react";
import { droppedFiles } from "./dropped-files.ts";

/** Lets files be dropped anywhere on an element; `over` is true while some hover there. Null refuses them. */
export function useFileDrop(onFiles: ((files: readonly File[]) => void) | null) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    over,
    onDragEnter(event: DragEvent) {
      if (!hasFile(event) || !onFiles) return;
      depth.current++;
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!hasFile(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    },
    onDragOver(event: DragEvent) {
      if (!hasFile(event)) return;
      event.preventDefault();
      if (!onFiles) event.dataTransfer.dropEffect = "none";
    },
    onDrop(event: DragEvent) {
      if (!hasFile(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles?.(files);
      });
    },
  };
}
