import { useDeferredValue, useMemo, useState } from "react";
import type { AnswerWeights } from "../../core/comparison.ts";
import type { ReadableRows } from "../../state/session-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { formatCount } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../kit/analysis-head.tsx";
import { useDocument, useSession } from "../kit/stores.ts";
import { useAnalysis } from "../kit/use-analysis.ts";
import { usePalette } from "../kit/use-palette.ts";
import { AnswerList } from "./answer-list.tsx";
import { type AnswerOrder, listedRows } from "./answers-model.ts";
import "../../ui/text-field.css";
import "./answers.css";

/** The answers that the mix lifts and lowers most, to read and to search. */
export function AnswersPanel() {
  const words = useText().analyses.answers;
  const data = useSession((s) => s.data);
  const kind = useDocument((s) => s.document.source.kind);
  if (data && !data.readable)
    return <AnalysisEmpty>{kind === "file" ? words.noTextInFile : words.noText}</AnalysisEmpty>;
  return data?.readable ? <Readable readable={data.readable} /> : null;
}

function Readable({ readable }: { readable: ReadableRows }) {
  const text = useText().analyses;
  const words = text.answers;
  const palette = usePalette();
  const analysis = useAnalysis("answers", palette && { palette });
  const [order, setOrder] = useState<AnswerOrder>("lifted");
  const [query, setQuery] = useState("");
  const hasPrompts = useMemo(() => {
    const { promptOf } = readable;
    return promptOf !== null && new Set(promptOf).size < promptOf.length;
  }, [readable]);
  const orders: readonly AnswerOrder[] = hasPrompts
    ? ["lifted", "lowered", "prompts"]
    : ["lifted", "lowered"];
  return (
    <>
      <AnalysisHead lead={words.lead} analysis={analysis}>
        <Choice
          label={words.order}
          value={order}
          options={orders.map((o) => ({ value: o, label: words.orders[o] }))}
          onChange={setOrder}
        />
        <input
          type="search"
          maxLength={500}
          className="text-field answers-search"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </AnalysisHead>
      {analysis.result ? (
        <Found weights={analysis.result} readable={readable} order={order} query={query} />
      ) : (
        <AnalysisEmpty>{text.waiting}</AnalysisEmpty>
      )}
    </>
  );
}

function Found({
  weights,
  readable,
  order,
  query,
}: {
  weights: AnswerWeights;
  readable: ReadableRows;
  order: AnswerOrder;
  query: string;
}) {
  const words = useText().analyses.answers;
  const sought = useDeferredValue(query);
  const rows = useMemo(
    () => listedRows(weights, readable, order, sought),
    [weights, readable, order, sought],
  );
  return (
    <>
      <p className="answers-count" role="status">
        {order === "prompts"
          ? words.promptCount(formatCount(rows.length))
          : words.count(formatCount(rows.length), formatCount(readable.responses.ends.length))}
      </p>
      {rows.length === 0 ? (
        <AnalysisEmpty>{words.none}</AnalysisEmpty>
      ) : (
        <AnswerList
          key={`${order} ${sought}`}
          rows={rows}
          weights={weights}
          readable={readable}
          byPrompt={order === "prompts"}
        />
      )}
    </>
  );
}
