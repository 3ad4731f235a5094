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
  const isEach = mode === "per-prompt";
  // Where most prompts have one answer there is hardly anything to choose among; a link may still ask for it.
  const isLonely = groups.median < 2;
  const isOffered = !isLonely || isEach;
  const lonely = words.lonely(formatCount(groups.single), formatCount(groups.prompts));
  const hints = [
    isEach ? words.perPromptHint : words.pooledHint,
    ...(isLonely ? [lonely] : []),
    ...(isEach && !isLonely && groups.median < FEW ? [words.few(groups.median)] : []),
  ];
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
          { value: "per-prompt", label: words["per-prompt"], disabled: !isOffered },
        ]}
        onChange={choose}
      />
      <p className="mode-hint">{hints.join(" ")}</p>
    </section>
  );
}
