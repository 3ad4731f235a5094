import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

/** Tells of every change of a box's size; in a browser that cannot watch boxes, of every change of the window's. */
function followSize(element: Element, onChange: () => void): () => void {
  if (!("ResizeObserver" in window)) {
    addEventListener("resize", onChange);
    return () => removeEventListener("resize", onChange);
  }
  const observer = new ResizeObserver(onChange);
  observer.observe(element);
  return () => observer.disconnect();
}

/**
 * Measures its own box and draws `children` in that many whole pixels; nothing before the first measurement unless a size
 * to begin with is given. The box takes its size from CSS, never from what is drawn.
 */
export function Fit({
  className,
  initial,
  children,
}: {
  className?: string;
  initial?: readonly [number, number];
  children: (width: number, height: number) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(initial);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const next = [element.clientWidth, element.clientHeight] as const;
      setSize((last) => (last?.[0] === next[0] && last[1] === next[1] ? last : next));
    };
    measure();
    return followSize(element, measure);
  }, []);
  return (
    <div ref={box} className={className ? `fit ${className}` : "fit"}>
      {size && size[0] > 0 && size[1] > 0 && children(...size)}
    </div>
  );
}
