import { type KeyboardEvent, useRef, useState } from "react";
import type { StrengthScale } from "../../core/repair/ray.ts";
import type { Palette } from "../../core/rows/palette.ts";
import { formatCount, formatNats, formatNumber, formatPercent } from "../../ui/format.ts";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useSession, useStores } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { usePalette } from "../kit/use-palette.ts";
import { costAt, driftMarks, liesOnRay, targetsAlong } from "./strength-scale.ts";
import "./strength.css";

/** How far beyond the edge the track goes on, and the share of a track that a label needs. */
const BEYOND = 1.08;
const GAP = 0.13;
const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

interface Ray {
  readonly palette: Palette;
  readonly scale: StrengthScale;
  readonly rho: number;
}

/** One slider that moves all targets together along the palette's own ray, from today to the edge (method §5.1). */
export function StrengthSlider() {
  const text = useText().analyses.strength;
  const palette = usePalette();
  const values = useSession((s) => s.data?.values);
  /** The ray that the handle moves on; it stays while the palette lies where the handle put it. */
  const [moved, setMoved] = useState<Ray | null>(null);
  const isOnRay =
    moved !== null &&
    palette !== null &&
    values !== undefined &&
    moved.palette.mode === palette.mode &&
    liesOnRay(values, moved.palette, moved.rho, palette);
  const analysis = useAnalysis("strength", palette && !isOnRay ? { palette } : null);
  const known = analysis.result;
  const ray: Ray | null = isOnRay
    ? moved
    : known && analysis.of && palette
      ? { palette: analysis.of.palette, scale: known, rho: 1 }
      : null;
  return (
    <section className="strength" aria-label={text.label}>
      <div className="strength-head">
        <Term term="strength">{text.label}</Term>
        {ray && <Cost />}
      </div>
      {ray && ray.scale.edge === null ? (
        <p className="strength-none">{text.none}</p>
      ) : (
        <Track ray={ray} onMove={setMoved} />
      )}
    </section>
  );
}

function Cost() {
  const text = useText().analyses.strength;
  const report = useSession((s) => s.answer?.report);
  if (!report) return null;
  const isOut = report.status === "infeasible" || report.status === "iteration-limit";
  return (
    <span className="strength-cost">
      {isOut ? text.beyond : text.now(formatNats(report.kl), formatCount(report.ess))}
    </span>
  );
}

function Track({ ray, onMove }: { ray: Ray | null; onMove: (ray: Ray) => void }) {
  const text = useText().analyses.strength;
  const { document, session } = useStores();
  const held = useRef<Ray | null>(null);
  const edge = ray?.scale.edge ?? 1;
  const end = Math.max(edge, ray?.rho ?? 0) * BEYOND;
  const track = useRef(end);
  if (!held.current) track.current = end;
  const span = track.current;
  const rho = ray?.rho ?? 0;
  const start = () => {
    if (!ray) return;
    held.current = ray;
    document.getState().beginGesture();
  };
  const stop = () => {
    if (!held.current) return;
    held.current = null;
    document.getState().endGesture();
  };
  const move = (to: number) => {
    const { data } = session.getState();
    const on = held.current ?? ray;
    if (!data || !on) return;
    const next = Math.max(0, Math.min(span, to));
    const targets = targetsAlong(data.values, on.palette, next);
    const settings = data.values.flatMap(({ id }, i) => {
      const target = targets[i];
      return target === null || on.palette.held[i] ? [] : [[id, target] as const];
    });
    onMove({ ...on, rho: next });
    document.getState().setTargets(Object.fromEntries(settings));
  };
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = STEPS[event.key];
    if (!steps && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    if (!held.current) start();
    if (event.key === "Home") move(0);
    else if (event.key === "End") move(0.99 * edge);
    else move(rho + (event.shiftKey ? 10 * Math.sign(steps) : steps) * (edge / 100));
  };
  const cost = ray && costAt(ray.scale.stops, rho);
  const at = (share: number) => `${(100 * share) / span}%`;
  return (
    <div className="strength-track" aria-busy={ray === null || undefined}>
      {ray && (
        <div className="strength-marks" aria-hidden="true">
          <span className="strength-bar" style={{ width: at(Math.min(rho, span)) }} />
          <span className="strength-beyond" style={{ left: at(edge) }} />
          {driftMarks(ray.scale, span, GAP).map((mark, i) => (
            <span key={mark.kl} className="strength-mark" style={{ left: at(mark.rho) }}>
              {i === 0
                ? `${formatNumber(mark.kl, { digits: mark.kl < 1 ? 1 : 0 })} ${text.nats}`
                : formatNumber(mark.kl, { digits: mark.kl < 1 ? 1 : 0 })}
            </span>
          ))}
          <span className="strength-mark strength-edge" style={{ left: at(edge) }}>
            {text.edge}
          </span>
        </div>
      )}
      <input
        className="strength-slider"
        type="range"
        min={0}
        max={span}
        step="any"
        value={Math.min(span, rho)}
        disabled={ray === null}
        aria-label={text.slider}
        aria-valuetext={
          cost
            ? text.valueText(
                formatPercent(rho / edge),
                formatNats(cost.kl),
                formatCount(Math.round(cost.ess)),
              )
            : text.beyond
        }
        onPointerDown={start}
        onPointerUp={stop}
        onPointerCancel={stop}
        onChange={(event) => move(event.currentTarget.valueAsNumber)}
        onKeyDown={key}
        onKeyUp={stop}
        onBlur={stop}
      />
    </div>
  );
}
