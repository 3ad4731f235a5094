import { type ChangeEvent, type KeyboardEvent, useRef, useState } from "react";
import type { StrengthScale } from "../../core/repair/ray.ts";
import type { Palette } from "../../core/rows/palette.ts";
import { isReachable } from "../../core/solve/report.ts";
import { formatCount, formatNats, formatNumber, formatPercent } from "../../ui/format.ts";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisFailure } from "../kit/analysis-status.tsx";
import { useSession, useStores } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { useGesture } from "../kit/use-gesture.ts";
import { usePalette } from "../kit/use-palette.ts";
import { driftMarks, liesOnRay, targetsAlong } from "./strength-scale.ts";
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
  const [movedRay, setMovedRay] = useState<Ray | null>(null);
  const isOnRay =
    movedRay !== null &&
    palette !== null &&
    values !== undefined &&
    movedRay.palette.mode === palette.mode &&
    liesOnRay(values, movedRay.palette, movedRay.rho, palette);
  const analysis = useAnalysis("strength", palette && !isOnRay ? { palette } : null);
  const { result: scale, of } = analysis;
  const newRay: Ray | null = scale && of && palette ? { palette: of.palette, scale, rho: 1 } : null;
  const ray = isOnRay ? movedRay : newRay;
  return (
    <section className="strength" aria-label={text.label}>
      <div className="strength-head">
        <Term term="strength">{text.label}</Term>
        {ray && <Cost />}
      </div>
      {ray && ray.scale.edge === null ? (
        <p className="strength-none">{text.none}</p>
      ) : (
        <Track ray={ray} onMove={setMovedRay} />
      )}
      <AnalysisFailure analysis={analysis} />
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
  const { span, handlers } = useRayDrag(ray, onMove);
  const rho = ray?.rho ?? 0;
  const report = useSession((s) => s.answer?.report);
  const isReached = report !== undefined && isReachable(report.status);
  return (
    <div className="strength-track" aria-busy={ray === null || undefined}>
      {ray && <Marks ray={ray} span={span} />}
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
          isReached
            ? text.valueText(
                formatPercent(rho / edgeOf(ray)),
                formatNats(report.kl),
                formatCount(report.ess),
              )
            : text.beyond
        }
        {...handlers}
      />
    </div>
  );
}

/** Where the palette can no longer be reached; 1 where that is not known. */
function edgeOf(ray: Ray | null): number {
  return ray?.scale.edge ?? 1;
}

/** The length of the track in units of rho, the same during a drag, and what pointer and keys do to the handle. */
function useRayDrag(ray: Ray | null, onMove: (ray: Ray) => void) {
  const { document, session } = useStores();
  const draggedRay = useRef<Ray | null>(null);
  const gesture = useGesture(document.getState().beginGesture);
  const edge = edgeOf(ray);
  const rho = ray?.rho ?? 0;
  const end = Math.max(edge, rho) * BEYOND;
  const track = useRef(end);
  if (!draggedRay.current) track.current = end;
  const span = track.current;
  const start = () => {
    if (!ray) return;
    draggedRay.current = ray;
    gesture.begin();
  };
  const stop = () => {
    if (!draggedRay.current) return;
    draggedRay.current = null;
    gesture.end();
  };
  const cancel = () => {
    if (!draggedRay.current) return;
    onMove(draggedRay.current);
    draggedRay.current = null;
    gesture.cancel();
  };
  const move = (to: number) => {
    const { data } = session.getState();
    const on = draggedRay.current ?? ray;
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
  const onKeyDown = (event: KeyboardEvent) => {
    const to = rhoAfterKey(event, rho, edge);
    if (to === null) return;
    event.preventDefault();
    if (!draggedRay.current) start();
    move(to);
  };
  return {
    span,
    handlers: {
      onPointerDown: start,
      onPointerUp: stop,
      onPointerCancel: cancel,
      onChange: (event: ChangeEvent<HTMLInputElement>) => move(event.currentTarget.valueAsNumber),
      onKeyDown,
      onKeyUp: stop,
      onBlur: stop,
    },
  };
}

/** Where a key takes the handle: a hundredth of the way to the edge, ten of them with Shift; null for keys that are not ours. */
function rhoAfterKey(event: KeyboardEvent, rho: number, edge: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === "Home") return 0;
  if (event.key === "End") return 0.99 * edge;
  const steps = STEPS[event.key];
  if (!steps) return null;
  return rho + (event.shiftKey ? 10 * Math.sign(steps) : steps) * (edge / 100);
}

/** The bar up to the handle, what lies beyond the edge, and marks of drift along the track. */
function Marks({ ray, span }: { ray: Ray; span: number }) {
  const text = useText().analyses.strength;
  const edge = edgeOf(ray);
  const at = (rho: number) => `${(100 * rho) / span}%`;
  return (
    <div className="strength-marks" aria-hidden="true">
      <span className="strength-bar" style={{ width: at(Math.min(ray.rho, span)) }} />
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
  );
}
