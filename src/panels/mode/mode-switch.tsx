import { Choice } from "../../ui/choice.tsx";
import { formatCount } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument, useSession } from "../kit/stores.ts";
import "./mode-switch.css";

/** Fewer answers a prompt than this inflate the prices (method §2). */
const FEW = 8;

/** Whether all answers share one normalisation or each prompt has its own; only where a prompt has several answers. */
export function ModeSwitch() {
  const words = useText().analyses.mode;
  const groups = useSession((s) => s.data?.groups);
  const mode = useDocument((s) => s.document.mode) ?? "pooled";
  const edit = useDocument((s) => s.edit);
  if (!groups) return null;
  const choose = (next: "pooled" | "per-prompt") =>
    edit(({ mode: _, ...document }) =>
      next === "pooled" ? document : { ...document, mode: "per-prompt" },
    );
  return (
    <section className="mode-switch" aria-label={words.label}>
      <Choice
        label={words.label}
        value={mode}
        options={[
          { value: "pooled", label: words.pooled },
          { value: "per-prompt", label: words["per-prompt"] },
        ]}
        onChange={choose}
      />
      <p className="mode-hint">
        {mode === "pooled" ? words.pooledHint : words.perPromptHint}
        {mode === "per-prompt" &&
          groups.median < FEW &&
          ` ${words.few(formatCount(groups.median))}`}
      </p>
    </section>
  );
}
