import { type ReactNode, useRef } from "react";
import { useMoreBeyond } from "./use-more-beyond.ts";

/** A named region that scrolls by itself and takes the focus, so that the keyboard can scroll it too. */
export function ScrollBox({
  className,
  label,
  children,
}: {
  className: string;
  label: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLElement>(null);
  useMoreBeyond(box);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={box} className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
