import { formatCount } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useSession } from "./stores.ts";
import "./analysis.css";

/** Says that a picture is drawn from a part of the answers; nothing where it is drawn from all of them. */
export function Approximate() {
  const text = useText().panels;
  const share = useSession((s) => s.data?.sketch);
  if (!share) return null;
  return (
    <p className="analysis-note">
      {text.approximate(formatCount(share.from), formatCount(share.of))}
    </p>
  );
}
