import type { ReactNode } from "react";

function Icon({ size = 16, children }: { size?: number; children: ReactNode }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** The small caret of a button that opens something. */
export function Chevron() {
  return (
    <Icon size={10}>
      <path d="M3 6l5 5 5-5" strokeWidth="2" />
    </Icon>
  );
}

/** One step back. */
export function UndoIcon() {
  return (
    <Icon>
      <path d="M5.5 3L2.5 6l3 3" />
      <path d="M2.5 6h7a4 4 0 0 1 0 8H7" />
    </Icon>
  );
}

/** One step forward again. */
export function RedoIcon() {
  return (
    <Icon>
      <path d="M10.5 3l3 3-3 3" />
      <path d="M13.5 6h-7a4 4 0 0 0 0 8H9" />
    </Icon>
  );
}

/** Light and dark. */
export function ThemeIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor" stroke="none" />
    </Icon>
  );
}

/** Closes what is open. */
export function CloseIcon() {
  return (
    <Icon>
      <path d="M4 4l8 8M12 4l-8 8" />
    </Icon>
  );
}

/** One place up. */
export function UpIcon() {
  return (
    <Icon>
      <path d="M8 13V3M4 7l4-4 4 4" />
    </Icon>
  );
}

/** One place down. */
export function DownIcon() {
  return (
    <Icon>
      <path d="M8 3v10M4 9l4 4 4-4" />
    </Icon>
  );
}

/** The one before. */
export function PreviousIcon() {
  return (
    <Icon>
      <path d="M10 3L5 8l5 5" />
    </Icon>
  );
}

/** The one after. */
export function NextIcon() {
  return (
    <Icon>
      <path d="M6 3l5 5-5 5" />
    </Icon>
  );
}
