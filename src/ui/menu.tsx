import { type ReactNode, useId } from "react";
import { Chevron } from "./icons.tsx";
import { useDisclosure } from "./use-disclosure.ts";
import "./menu.css";

/** A button that opens a panel of choices below itself; `children` gets a function that closes it. */
export function Menu({
  label,
  title,
  align = "start",
  className = "",
  children,
}: {
  label: ReactNode;
  /** Accessible name where the label alone does not say what opens. */
  title?: string;
  align?: "start" | "end";
  className?: string;
  children: (close: () => void) => ReactNode;
}) {
  const { open, setOpen, root, button } = useDisclosure();
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className={`menu ${className}`} ref={root}>
      <button
        ref={button}
        type="button"
        className="menu-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={title}
        onClick={() => setOpen(!open)}
      >
        <span className="menu-label">{label}</span>
        <Chevron />
      </button>
      {open && (
        <div id={id} className={`menu-panel menu-${align}`}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

/** One choice of a menu: a line, perhaps with a second one in small print; marked when it is the current choice. */
export function MenuItem({
  children,
  detail,
  current = false,
  onChoose,
}: {
  children: ReactNode;
  detail?: ReactNode;
  current?: boolean;
  onChoose: () => void;
}) {
  return (
    <button
      type="button"
      className="menu-item"
      aria-current={current ? "true" : undefined}
      onClick={onChoose}
    >
      <span>{children}</span>
      {detail && <span className="menu-detail">{detail}</span>}
    </button>
  );
}
