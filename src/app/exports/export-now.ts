import { SAFE_SHARE } from "../../core/repair/safe-mix.ts";
import { labelOf, type Stores } from "../../panels/kit/stores.ts";
import { formatAnswers } from "../../panels/verdict/format-answers.ts";
import { type ExportFacts, exportFacts } from "../../share/exports/export-facts.ts";
import { paletteOf, samePalette } from "../../state/palette.ts";
import type { LoadedData, SessionState } from "../../state/session-store.ts";
import { linkedDocument } from "../../state/shared-document.ts";
import {
  digitsFor,
  formatCount,
  formatNats,
  formatNumber,
  formatPercent,
} from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { paletteAddress } from "./palette-address.ts";

const PATIENCE_MS = 30_000;

/** The facts of the palette on the screen, once its exact answer is there; null where none comes in half a minute. */
export async function exportNow(stores: Stores, text: Catalogue): Promise<ExportFacts | null> {
  const data = await settled(stores);
  const { answer } = stores.session.getState();
  if (!data || !answer) return null;
  const { document } = stores.document.getState();
  const { source } = document;
  const isSample = source.kind === "sample";
  const name = isSample ? text.app.data.sampleNames[source.name] : source.name;
  const subject = {
    document,
    values: data.values,
    labels: data.values.map(({ id }) => labelOf(id, text.values)),
    rows: data.rows,
    dropped: data.dropped,
    answer,
  };
  return exportFacts(subject, {
    link: paletteAddress(linkedDocument(stores.document, stores.session)),
    dataName: text.exports.dataName(name, isSample),
    notes: notesOf(subject, text),
  });
}

/** Waits for the exact answer to the palette as it stands. */
function settled({ document, session }: Stores): Promise<LoadedData | null> {
  const ready = ({ data, answer, answered, isAnswering }: SessionState) =>
    data &&
    answer &&
    !isAnswering &&
    !answer.isCoarse &&
    samePalette(answered, paletteOf(document.getState().document, data.values))
      ? data
      : null;
  const now = ready(session.getState());
  if (now) return Promise.resolve(now);
  return new Promise((resolve) => {
    const settle = (data: LoadedData | null) => {
      clearTimeout(timer);
      leave();
      resolve(data);
    };
    const timer = setTimeout(() => settle(null), PATIENCE_MS);
    const leave = session.subscribe((state) => {
      const data = ready(state);
      if (data) settle(data);
    });
  });
}

/** What has to be said with every figure of an answer. */
function notesOf(
  { document, answer, rows, dropped }: Omit<Parameters<typeof exportFacts>[0], "labels">,
  text: Catalogue,
): string[] {
  const words = text.exports.notes;
  const { source, mode } = document;
  const { status } = answer.shown;
  return [
    ...(source.kind === "sample" ? [words.synthetic] : []),
    ...(answer.shownIs === "closest-safe-mix" && answer.scaleBack
      ? [words.closest(formatPercent(SAFE_SHARE * answer.scaleBack.edge.rho))]
      : []),
    ...(status === "boundary" ? [words.boundary] : []),
    ...(status === "iteration-limit" ? [words.unsettled] : []),
    ...(status === "infeasible" ? [words.outOfReach] : []),
    ...(status === "already-met" ? [words.met] : []),
    words.inSample,
    ...(mode === "per-prompt" ? [words.perPrompt] : []),
    ...(source.kind === "file" && source.sampledFrom !== undefined
      ? [words.sampled(formatCount(rows), formatCount(source.sampledFrom))]
      : []),
    ...(dropped > 0 ? [words.dropped(formatCount(dropped))] : []),
  ];
}

/** The palette in a line, and its data and cost in a sentence; the palette is empty where nothing is asked. */
export function captionOf(
  { values, answer, dataName, rows }: ExportFacts,
  text: Catalogue,
): { readonly palette: string; readonly data: string } {
  const words = text.exports.caption;
  const { kl, ess } = answer.shown;
  const targets = values.filter(({ participation }) => participation === "target");
  return {
    palette: words.palette(
      targets.map(({ label, asked: level, summary }) =>
        words.target(
          label,
          formatNumber(level ?? Number.NaN, { digits: digitsFor(summary.sd) }),
          summary.lowerIsBetter,
        ),
      ),
      values.filter(({ participation }) => participation === "hold").map(({ label }) => label),
    ),
    data: `${words.data(dataName, formatCount(rows))}; ${words.drift(formatNats(kl), formatAnswers(ess))}.`,
  };
}

/** Parts of a file name: what it is, of which data, and what has to be said with it. */
export function namePartsOf(facts: ExportFacts, what: string, text: Catalogue): string[] {
  const words = text.exports.files;
  const { source, answer } = facts;
  const data = source.kind === "sample" ? source.name : source.name.replace(/\.\w+$/, "");
  return [
    words.app,
    what,
    source.kind === "sample" ? `${data} ${words.synthetic}` : data,
    answer.shownIs === "closest-safe-mix" ? words.closest : "",
    words.inSample,
  ];
}
