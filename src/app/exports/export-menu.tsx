import { Suspense, useCallback, useState } from "react";
import { formatCount } from "../../ui/format.ts";
import { Menu } from "../../ui/menu.tsx";
import { lazyPart } from "../../ui/part/lazy-part.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { usePrintKey } from "./use-print-key.ts";
import type { WritingJob } from "./writing-job.ts";
import "./export-menu.css";

const ExportItems = lazyPart(async () => (await import("./export-items.tsx")).ExportItems);
const PrintSummary = lazyPart(
  async () => (await import("./print-summary.tsx")).PrintSummary,
  ({ onDone }) => onDone(),
);

/** The menu of all exports; their code is fetched when it is first opened. */
export function ExportMenu({ isOfPalette }: { isOfPalette: boolean }) {
  const text = useText().exports;
  const [job, setJob] = useState<WritingJob | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const print = useCallback(() => setPrinting(true), []);
  usePrintKey(isOfPalette, print);
  return (
    <>
      <Menu label={text.action} title={text.title} align="end" className="export-menu">
        {(close) => (
          <Suspense fallback={<p className="menu-note">…</p>}>
            <ExportItems onChosen={close} onJob={setJob} onPrint={print} isBusy={job !== null} />
          </Suspense>
        )}
      </Menu>
      {job && <Writing {...job} />}
      {isPrinting && (
        <Suspense fallback={null}>
          <PrintSummary onDone={() => setPrinting(false)} />
        </Suspense>
      )}
    </>
  );
}

function Writing({ name, rows, share, stop }: WritingJob) {
  const words = useText().exports.progress;
  const label = words.label(name);
  return (
    <div className="loading" role="status">
      <p>{label}</p>
      <progress aria-label={label} value={share} />
      <p className="writing-rows">
        <span>{words.rows(formatCount(Math.floor(share * rows)), formatCount(rows))}</span>
        <button type="button" className="text-button" onClick={stop}>
          {words.stop}
        </button>
      </p>
    </div>
  );
}
