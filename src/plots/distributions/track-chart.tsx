import type { ReactNode } from "react";
import { digitsFor, formatBound, formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { valueColor } from "../base/value-color.ts";
import { BinsChart } from "./bins-chart.tsx";
import { type TrackGeometry, trackGeometry } from "./track-geometry.ts";
import "./track-chart.css";

/** What a track draws, in the user's units. */
export interface TrackChartProps {
  readonly label: string;
  /** What its ends are called, the lower first. Default their numbers. */
  readonly ends?: readonly string[];
  /** Stands between its ends. Default nothing. */
  readonly note?: string;
  /** Ends of the bins and of the track. */
  readonly min: number;
  readonly max: number;
  /** Baseline sd; gives the decimals. */
  readonly sd: number;
  /** True for a cost. Default false. */
  readonly lowerIsBetter?: boolean;
  /** The value's place, which gives its colour. */
  readonly place: number;
  /** Masses per bin before and after. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Baseline mean and realised level. */
  readonly baseline: number;
  readonly realised: number;
  /** Best level that the other targets leave reachable; null where they conflict and nothing is. */
  readonly reachable: number | null;
  /** The range input, 24 px high and as wide as its box; its thumb is `--thumb` wide. */
  readonly children?: ReactNode;
}

/**
 * A slider that is a small chart, 43 px high: the distribution before and after, and on the track the baseline ○, the
 * realised level ● and, hatched, what the other targets have put out of reach. The ends lie half a thumb (`--thumb`, default
 * 16 px) inside, where a native range input puts the middle of its thumb.
 */
export function TrackChart(props: TrackChartProps) {
  const text = useText().plots;
  const geometry = trackGeometry(props);
  const digits = digitsFor(props.sd);
  const write = (x: number) => formatNumber(x, { digits });
  const summary = text.track.summary({
    label: props.label,
    before: write(props.baseline),
    after: write(props.realised),
    most:
      props.reachable === null
        ? null
        : formatBound(props.reachable, digits, props.lowerIsBetter ? "least" : "greatest"),
    lowerIsBetter: props.lowerIsBetter ?? false,
  });
  const [low, high] = props.ends ?? [props.min, props.max].map(write);
  return (
    <div className="track-chart">
      <div className="track-inner" role="img" aria-label={summary}>
        <BinsChart before={props.before} after={props.after} place={props.place} />
        <TrackMarks {...geometry} place={props.place} />
      </div>
      <div className="track-input">{props.children}</div>
      <div className="track-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
      <p className="track-note">{props.note}</p>
    </div>
  );
}

function TrackMarks({
  baseline,
  realised,
  bar,
  hatched,
  place,
}: TrackGeometry & { place: number }) {
  const color = valueColor(place);
  return (
    <>
      <span className="track-groove" />
      {hatched && (
        <span
          className={`track-hatched track-hatched-${hatched.side}`}
          style={{ width: hatched.width }}
        />
      )}
      <span className="track-bar" style={{ ...bar, background: color }} />
      <span className="track-baseline" style={{ left: baseline }} />
      <span className="track-realised" style={{ left: realised, background: color }} />
    </>
  );
}
