import { memo, useMemo, useState } from "react";
import type { AnswerWeights } from "../../core/comparison.ts";
import { textAt } from "../../core/rows/packed-texts.ts";
import type { ReadableRows } from "../../state/session-store.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { digitsFor, formatNumber, formatPercent } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useLabels, useSession } from "../kit/stores.ts";
import { promptShares, weightBefore, windowOf } from "./answers-model.ts";

/** Heights in pixels of one answer and of the list. */
const ROW = 92;
const HEIGHT = 552;

/** Answers in a list that only draws what is seen, so that a million scroll as ten do. */
export function AnswerList({
  rows,
  weights,
  readable,
  byPrompt,
}: {
  rows: Int32Array;
  weights: AnswerWeights;
  readable: ReadableRows;
  /** Whether shares are of the answer's own prompt instead of all answers. */
  byPrompt: boolean;
}) {
  const words = useText().analyses.answers;
  const [scrolled, setScrolled] = useState(0);
  const [opened, setOpened] = useState<number | null>(null);
  const shares = useMemo(
    () => (byPrompt && readable.promptOf ? promptShares(weights, readable.promptOf) : null),
    [byPrompt, readable.promptOf, weights],
  );
  const [from, to] = windowOf(rows.length, ROW, scrolled, HEIGHT);
  return (
    <>
      <div
        className="answers-box"
        style={{ maxHeight: HEIGHT }}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      >
        <ul
          className="answers-list"
          aria-label={words.list}
          style={{ height: rows.length * ROW, paddingTop: from * ROW }}
        >
          {Array.from(rows.subarray(from, to), (row, k) => (
            <Answer
              key={row}
              row={row}
              place={from + k + 1}
              of={rows.length}
              before={shares ? shares.before[row] : weightBefore(weights, row)}
              after={shares ? shares.after[row] : weights.after[row]}
              readable={readable}
              byPrompt={shares !== null}
              onOpen={setOpened}
            />
          ))}
        </ul>
      </div>
      {opened !== null && (
        <Whole row={opened} readable={readable} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

const Answer = memo(function Answer({
  row,
  place,
  of,
  before,
  after,
  readable,
  byPrompt,
  onOpen,
}: {
  row: number;
  place: number;
  of: number;
  before: number;
  after: number;
  readable: ReadableRows;
  byPrompt: boolean;
  onOpen: (row: number) => void;
}) {
  const words = useText().analyses.answers;
  const { prompts, responses } = readable;
  const weight = (w: number) =>
    formatPercent(w, { digits: w >= 0.1 || w === 0 ? 0 : w >= 0.001 ? 2 : 4 });
  const change = byPrompt
    ? words.share(weight(before), weight(after))
    : words.weight(weight(before), weight(after));
  return (
    <li className="answer" style={{ height: ROW }} aria-posinset={place} aria-setsize={of}>
      <div className="answer-numbers">
        <b>{words.factor(formatNumber(before > 0 ? after / before : 0))}</b>
        <span>{change}</span>
        <span>
          <Rewards row={row} readable={readable} />
        </span>
      </div>
      <button type="button" className="answer-text" onClick={() => onOpen(row)}>
        {prompts && <span className="answer-prompt">{words.prompt(textAt(prompts, row))}</span>}
        <span className="answer-response">{textAt(responses, row)}</span>
      </button>
    </li>
  );
});

function Rewards({ row, readable }: { row: number; readable: ReadableRows }) {
  const values = useSession((s) => s.data?.values);
  const labels = useLabels();
  const at = useText().figures.at;
  if (!values) return null;
  return values
    .map((value, i) =>
      at(labels[i], formatNumber(readable.rewards[i][row], { digits: digitsFor(value.sd) })),
    )
    .join(" · ");
}

function Whole({
  row,
  readable,
  onClose,
}: {
  row: number;
  readable: ReadableRows;
  onClose: () => void;
}) {
  const text = useText();
  return (
    <Dialog title={text.analyses.answers.whole} closeLabel={text.app.help.close} onClose={onClose}>
      {readable.prompts && (
        <p className="answer-whole-prompt">
          {text.analyses.answers.prompt(textAt(readable.prompts, row))}
        </p>
      )}
      <p className="answer-whole">{textAt(readable.responses, row)}</p>
      <p className="answer-whole-rewards">
        <Rewards row={row} readable={readable} />
      </p>
    </Dialog>
  );
}
