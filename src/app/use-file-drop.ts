import { type DragEvent, useRef, useState } from "react";

/** Lets a file be dropped anywhere on an element; `over` is true while one hovers there. Only the first file is taken. */
export function useFileDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    over,
    onDragEnter(event: DragEvent) {
      if (!hasFile(event)) return;
      depth.current++;
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!hasFile(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    },
    onDragOver(event: DragEvent) {
      if (hasFile(event)) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      if (!hasFile(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file) onFile(file);
    },
  };
}
