import type { MouseEvent } from "react";
import { useText } from "../../ui/text/use-text.ts";

/** Says that the page stands inside somebody else's, and what it does not do there; offers to leave it. */
export function FramedNote() {
  const text = useText().app.framed;
  const aim = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
    currentTarget.href = window.location.href;
  };
  return (
    <p className="framed-note" role="note">
      <span>{text.note}</span>{" "}
      <a href="./" target="_blank" rel="noopener" onClick={aim} onAuxClick={aim}>
        {text.open}
      </a>
    </p>
  );
}
