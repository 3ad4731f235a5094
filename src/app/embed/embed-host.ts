import { quantileTarget } from "../../core/rows/units.ts";
import { throttle } from "../../core/timing/throttle.ts";
import { fingerprint } from "../../ingest/table/fingerprint.ts";
import type { ValueSetting } from "../../share/document/document.ts";
import {
  type AskedPalette,
  type EmbedEvent,
  type EmbedTable,
  type PageRequest,
  quantileOf,
  type Reply,
  readPageMessage,
} from "../../share/embed/embed-messages.ts";
import { type EmbedReport, embedReport } from "../../share/embed/embed-report.ts";
import { tableProblem } from "../../share/embed/embed-table.ts";
import { decodeLink, encodeLink } from "../../share/link/link.ts";
import { paletteOf, samePalette } from "../../state/palette.ts";
import { linkedDocument } from "../../state/shared-document.ts";
import { verdictKind } from "../../state/verdict.ts";
import type { Application } from "../start/start.ts";
import type { PageAround } from "./page-around.ts";
import { until } from "./until.ts";

type Settings = Record<string, Pick<ValueSetting, "participation" | "target">>;

const DONE: Reply = { ok: true };
const STOPPED = { ok: false, problem: "the calculation has stopped" } as const;
/** A page that follows a drag is told of it at most so often. */
const TELL_EVERY_MS = 50;

/**
 * Answers the page around an embed. An embed out of sight keeps a palette that the page sets for later, until it is seen or
 * its report is wanted; the page hears of changes and reports only once it has subscribed to them.
 */
export function hostEmbed(application: Application, around: PageAround): void {
  const { document: documents, session, preferences } = application.stores;
  let wanted: ReadonlySet<EmbedEvent> = new Set();
  let isSeen = true;
  let held: Settings = {};
  let opening: Promise<unknown> = Promise.resolve();

  const tellChange = throttle(TELL_EVERY_MS, () => {
    const document = linkedDocument(documents, session);
    if (!document) return;
    around.tell({ type: "change", hash: encodeLink(document), values: document.values });
  });

  around.hear(async (data) => {
    const read = readPageMessage(data);
    if (!read) return;
    const reply = read.ok ? await act(read.message) : { ok: false as const, problem: read.problem };
    const id = read.ok ? read.message.id : read.id;
    if (id !== null) around.tell({ type: "reply", id, ...reply });
  });
  around.onSight((now) => {
    isSeen = now;
    if (now) release();
  });
  documents.subscribe((now, before) => {
    if (wanted.has("change") && now.document !== before.document) tellChange();
  });
  session.subscribe((now, before) => {
    if (!wanted.has("report") || now.answer === before.answer) return;
    const report = settledReport();
    if (report) around.tell({ type: "report", report });
  });
  around.tell({ type: "ready" });

  async function act(request: PageRequest): Promise<Reply> {
    switch (request.type) {
      case "set-theme":
        preferences.getState().setTheme(request.theme);
        return DONE;
      case "subscribe":
        wanted = new Set(request.to);
        return DONE;
      case "load-data": {
        const loaded = opening.then(() => load(request.table));
        opening = loaded;
        return loaded;
      }
      case "set-palette":
        await opening;
        return setPalette(request.palette);
      case "read-report": {
        await opening;
        release();
        const report = await until(session.subscribe, settledReport, hasFailed);
        return report ? { ok: true, report } : STOPPED;
      }
    }
  }

  async function load(table: EmbedTable): Promise<Reply> {
    const problem = tableProblem(table);
    if (problem) return { ok: false, problem };
    const { name, weights = null } = table;
    const prompts = table.prompts ? numbered(table.prompts) : null;
    const columns = table.columns.map((c) => ({ ...c, rewards: Float64Array.from(c.rewards) }));
    const isOpen = await application.open({
      rows: { kind: "columns", columns, weights, prompts },
      source: { kind: "file", name, fingerprint: fingerprint(columns, weights) },
      dropped: 0,
    });
    if (isOpen) return DONE;
    const notice = session.getState().notices.find(({ kind }) => kind === "load-failed");
    return { ok: false, problem: notice?.detail ?? STOPPED.problem };
  }

  async function setPalette(palette: AskedPalette): Promise<Reply> {
    const data = await until(session.subscribe, () => session.getState().data, hasFailed);
    if (!data) return STOPPED;
    if (typeof palette === "string") {
      const reading = decodeLink(palette);
      if (!reading.ok) return { ok: false, problem: "palette: expected the hash of a link, #p=…" };
      held = {};
      application.adopt(reading);
      return DONE;
    }
    const settings: Settings = {};
    for (const [id, level] of Object.entries(palette)) {
      const value = data.values.find((v) => v.id === id);
      if (!value) {
        const known = data.values.map((v) => v.id).join(", ");
        return { ok: false, problem: `palette: there is no value "${id}"; there are: ${known}` };
      }
      const percent = quantileOf(level);
      settings[id] = {
        participation: level === "hold" || level === "out" ? level : "target",
        target:
          percent !== null
            ? quantileTarget(value, percent)
            : typeof level === "number"
              ? level
              : (documents.getState().document.values[id]?.target ?? value.mean),
      };
    }
    held = { ...held, ...settings };
    if (isSeen || wanted.has("report")) release();
    return DONE;
  }

  function release(): void {
    if (Object.keys(held).length > 0) documents.getState().applySettings(held);
    held = {};
  }

  function settledReport(): EmbedReport | null {
    const { data, answer, answered, isAnswering } = session.getState();
    if (!data || !answer || !answered || isAnswering || answer.isCoarse) return null;
    const { document } = documents.getState();
    const palette = paletteOf(document, data.values);
    if (!samePalette(palette, answered)) return null;
    const { values, rows } = data;
    return embedReport({ document, values, rows, palette, answer, verdict: verdictKind(answer) });
  }

  function hasFailed(): boolean {
    return session.getState().engine === "failed";
  }
}

/** The same grouping with the numbers 0, 1, 2, … in the order in which they come. */
function numbered(prompts: Int32Array): Int32Array {
  const place = new Map<number, number>();
  return prompts.map((prompt) => {
    const at = place.get(prompt) ?? place.size;
    place.set(prompt, at);
    return at;
  });
}
