import { useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { quantileOfTarget } from "../../core/rows/units.ts";
import { MARKS } from "../../panels/kit/marks.ts";
import { useStores } from "../../panels/kit/stores.ts";
import { useRegionFigure } from "../../panels/region/use-region-figure.ts";
import { verdictOf } from "../../panels/verdict/verdict-model.ts";
import { StatusMark } from "../../plots/base/status-mark.tsx";
import { RegionPlot } from "../../plots/region/region-plot.tsx";
import { type ExportFacts, type ExportValue, hasMix } from "../../share/exports/export-facts.ts";
import { digitsFor, formatCount, formatNumber, formatPercent } from "../../ui/format.ts";
import { RichText } from "../../ui/rich-text.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { exportNow } from "./export-now.ts";
import "./print-summary.css";

/** What is passed around has to explain itself. */
const PRINTED_TERMS = ["drift", "carry", "needed", "price"] as const;
/** Pixels of the region on paper; lower where a long palette needs the room. */
const REGION_WIDTH = 660;
const REGION_HEIGHT = 400;
const LOWEST_REGION = 240;
const ROW = 22;
const USUAL_ROWS = 6;

/** The palette on one page: targets, verdict and cost. Opens the print dialog of the browser and calls `onDone` after it. */
export function PrintSummary({ onDone }: { onDone: () => void }) {
  const text = useText();
  const stores = useStores();
  const [facts, setFacts] = useState<ExportFacts | null>(null);
  useEffect(() => {
    let isWanted = true;
    void exportNow(stores, text).then((newFacts) => {
      if (!isWanted) return;
      if (newFacts) setFacts(newFacts);
      else onDone();
    });
    return () => {
      isWanted = false;
    };
  }, [stores, text, onDone]);
  useEffect(() => {
    if (!facts) return;
    window.addEventListener("afterprint", onDone);
    void document.fonts.ready.then(() => window.print());
    return () => window.removeEventListener("afterprint", onDone);
  }, [facts, onDone]);
  if (!facts) return null;
  return createPortal(<Sheet facts={facts} />, document.body);
}

function Sheet({ facts }: { facts: ExportFacts }) {
  const text = useText();
  const words = text.exports;
  const { values, answer, rows, dataName, mode } = facts;
  const verdict = useMemo(
    () =>
      verdictOf(
        {
          answer,
          palette: {
            targets: values.map(({ asked }) => asked),
            held: values.map(({ participation }) => participation === "hold"),
            mode,
          },
          values: values.map(({ summary }) => summary),
          labels: values.map(({ label }) => label),
          rows,
        },
        text,
      ),
    [answer, values, rows, mode, text],
  );
  return (
    <article className="print-summary" data-theme="light">
      <header className="print-head">
        <strong className="wordmark">{text.app.name}</strong>
        <span>{words.caption.data(dataName, formatCount(rows))}</span>
        <span>{new Intl.DateTimeFormat(text.locale, { dateStyle: "long" }).format()}</span>
      </header>
      <section className={`print-verdict verdict-${verdict.state}`}>
        <h1>
          <span className="verdict-mark">
            <StatusMark status={verdict.isAsked ? MARKS[verdict.state] : "unsettled"} size={22} />
          </span>
          {verdict.headline}
        </h1>
        <p>
          {[...verdict.sentences, ...verdict.notes].map((sentence) => (
            <span key={sentence}>
              <RichText>{sentence}</RichText>{" "}
            </span>
          ))}
        </p>
        <dl className="print-figures">
          {verdict.figures.map(({ term, value, caption }) => (
            <div key={term}>
              <dd>{value}</dd>
              <dt>{caption}</dt>
            </div>
          ))}
        </dl>
        <p className="print-small">
          {[verdict.figuresOf, text.verdict.inSample].filter(Boolean).join(" · ")}
        </p>
      </section>
      <Palette values={values} isMix={hasMix(facts)} />
      <Region rows={values.length} />
      <footer className="print-small">
        <p>{[...facts.notes, words.print.levels].join(" ")}</p>
        <p>
          {PRINTED_TERMS.map(
            (name) => `${text.help.terms[name].term}: ${text.help.terms[name].plain}`,
          ).join(" ")}
        </p>
        <p className="print-link">
          {words.print.link}: <a href={facts.link}>{facts.link}</a>
        </p>
      </footer>
    </article>
  );
}

function Palette({ values, isMix }: { values: readonly ExportValue[]; isMix: boolean }) {
  const words = useText().exports.print;
  const { columns, parts } = words;
  return (
    <table className="print-palette">
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map(({ summary, label, participation, asked, level, price }) => {
          const write = (x: number | null) =>
            x === null ? words.none : formatNumber(x, { digits: digitsFor(summary.sd) });
          return (
            <tr key={summary.id}>
              <th scope="row">
                {label}
                {summary.lowerIsBetter && <small> {words.lowerIsBetter}</small>}
              </th>
              <td>{parts[participation]}</td>
              <td>{write(summary.mean)}</td>
              <td>{write(asked)}</td>
              <td>
                {asked === null
                  ? words.none
                  : formatPercent(quantileOfTarget(summary, asked) / 100)}
              </td>
              <td>{write(isMix ? level : null)}</td>
              <td>
                {!isMix || participation === "out"
                  ? words.none
                  : price > 0
                    ? formatNumber(price)
                    : words.free}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Region({ rows }: { rows: number }) {
  const title = useText().plots.region.title;
  const figure = useRegionFigure();
  if (!figure) return null;
  const { pair: _, ...plotProps } = figure;
  const height = Math.max(LOWEST_REGION, REGION_HEIGHT - ROW * Math.max(0, rows - USUAL_ROWS));
  return (
    <section className="print-region">
      <h2>{title(plotProps.axes[0].label, plotProps.axes[1].label)}</h2>
      <RegionPlot width={REGION_WIDTH} height={height} {...plotProps} />
    </section>
  );
}
