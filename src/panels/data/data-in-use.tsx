import { digitsFor, formatCount, formatNumber } from "../../ui/format.ts";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument, useLabels, useSession } from "../kit/stores.ts";

/** A file to begin with: two answers to each of two prompts, with texts and two values. */
const TEMPLATE = [
  "prompt,answer,helpfulness,toxicity",
  "How do I boil an egg?,Eight minutes in boiling water.,4.5,0.1",
  "How do I boil an egg?,No idea.,1.0,0.2",
  "Why is the sky blue?,Air scatters blue light more.,4.0,0.1",
  "Why is the sky blue?,It just is.,1.5,0.3",
].join("\n");

/** What the answers in use hold: how many, to how many prompts, and how each value is spread. */
export function DataInUse() {
  const words = useText();
  const text = words.data.inUse;
  const data = useSession((s) => s.data);
  const source = useDocument((s) => s.document.source);
  const labels = useLabels();
  if (!data) return null;
  const { values, rows, groups, readable } = data;
  const name = source.kind === "sample" ? words.app.data.sampleNames[source.name] : source.name;
  return (
    <section className="data-section" aria-labelledby="data-in-use">
      <h3 id="data-in-use">{text.title}</h3>
      <p className="data-name">
        <strong>{name}</strong> · {words.app.data.chip(formatCount(rows), values.length)}
      </p>
      <p className="muted">
        {groups
          ? text.prompts(formatCount(groups.prompts), formatCount(groups.median))
          : text.noPrompts}{" "}
        {readable ? text.texts : text.noTexts}
      </p>
      <ScrollBox className="analysis-scroll" label={text.caption}>
        <table className="analysis-table">
          <caption className="visually-hidden">{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.value}</th>
              <th scope="col" className="number">
                {words.data.preview.figures}
              </th>
              <th scope="col" className="number">
                {words.data.preview.range}
              </th>
              <th scope="col">{text.better}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value, i) => {
              const write = (x: number) => formatNumber(x, { digits: digitsFor(value.sd) });
              return (
                <tr key={value.id}>
                  <th scope="row">{labels[i]}</th>
                  <td className="number">
                    {words.data.preview.spread(write(value.mean), write(value.sd))}
                  </td>
                  <td className="number">
                    {words.data.preview.rangeOf(write(value.min), write(value.max))}
                  </td>
                  <td>{value.lowerIsBetter ? text.lower : text.higher}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      <p className="muted">
        {text.howTo}{" "}
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(TEMPLATE)}`}
          download="answers.csv"
        >
          {text.template}
        </a>
      </p>
    </section>
  );
}
