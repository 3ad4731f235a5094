import { throttle } from "../../core/timing/throttle.ts";
import { fingerprint } from "../../ingest/table/fingerprint.ts";
import {
  type AskedPalette,
  type EmbedEvent,
  type EmbedTable,
  type PageRequest,
  type Reply,
  readPageMessage,
} from "../../share/embed/embed-messages.ts";
import { type EmbedReport, embedReport } from "../../share/embed/embed-report.ts";
import { tableProblem } from "../../share/embed/embed-table.ts";
import { decodeLink, encodeLink } from "../../share/link/link.ts";
import { paletteOf, samePalette } from "../../state/palette.ts";
import { isGivenUp } from "../../state/session-store.ts";
import { linkedDocument } from "../../state/shared-document.ts";
import { verdictKind } from "../../state/verdict.ts";
import type { Application } from "../start/start.ts";
import { type EmbedSettings, embedSettings } from "./embed-settings.ts";
import type { PageAround } from "./page-around.ts";
import { until } from "./until.ts";

const DONE: Reply = { ok: true };
const OVERTAKEN = { ok: false, problem: "newer rows took their place" } as const;
const STOPPED = { ok: false, problem: "the calculation has stopped" } as const;
/** Changes during a drag are posted to the host page at most this often. */
const TELL_EVERY_MS = 50;

/**
 * Answers the host page of an embed. While the embed is out of sight, a palette that the page sets waits until the embed is
 * visible or its report is requested. Changes and reports are posted only once the page has subscribed to them.
 */
export function hostEmbed(application: Application, page: PageAround): void {
  const host = new EmbedHost(application);
  const { document: documents, session } = application.stores;
  const tellChange = throttle(TELL_EVERY_MS, () => {
    const document = linkedDocument(documents, session);
    if (!document) return;
    page.tell({ type: "change", hash: encodeLink(document), values: document.values });
  });
  page.hear(async (data) => {
    const message = readPageMessage(data);
    if (!message) return;
    const reply = message.ok
      ? await host.answer(message.message)
      : { ok: false as const, problem: message.problem };
    const id = message.ok ? message.message.id : message.id;
    if (id !== null) page.tell({ type: "reply", id, ...reply });
  });
  page.onSight((isSeen) => host.setSeen(isSeen));
  documents.subscribe((now, before) => {
    if (host.tells("change") && now.document !== before.document) tellChange();
  });
  session.subscribe((now, before) => {
    if (!host.tells("report") || now.answer === before.answer) return;
    const report = host.settledReport();
    if (report) page.tell({ type: "report", report });
  });
  page.tell({ type: "ready" });
}

/** The state of an embed towards its host page: subscriptions, visibility, and settings that wait until it is visible. */
class EmbedHost {
  readonly #application: Application;
  #subscriptions: ReadonlySet<EmbedEvent> = new Set();
  #isSeen = true;
  #waitingSettings: EmbedSettings = {};
  #loads = 0;
  /** The loading of the page's own rows; later requests wait for it. */
  #opening: Promise<unknown> = Promise.resolve();

  constructor(application: Application) {
    this.#application = application;
  }

  async answer(request: PageRequest): Promise<Reply> {
    switch (request.type) {
      case "set-theme":
        this.#application.stores.preferences.getState().setTheme(request.theme);
        return DONE;
      case "subscribe":
        this.#subscriptions = new Set(request.to);
        return DONE;
      case "load-data": {
        const turn = ++this.#loads;
        const reply = this.#opening.then(() =>
          turn === this.#loads ? this.#load(request.table) : OVERTAKEN,
        );
        this.#opening = reply;
        return reply;
      }
      case "set-palette":
        await this.#opening;
        return this.#setPalette(request.palette);
      case "read-report":
        await this.#opening;
        return this.#report();
    }
  }

  tells(event: EmbedEvent): boolean {
    return this.#subscriptions.has(event);
  }

  setSeen(isSeen: boolean): void {
    this.#isSeen = isSeen;
    if (isSeen) this.#applySettings();
  }

  /** The report on the palette as it stands; null until its exact answer is there. */
  settledReport(): EmbedReport | null {
    const { document: documents, session } = this.#application.stores;
    const { data, answer, answered, isAnswering } = session.getState();
    if (!data || !answer || !answered || isAnswering || answer.isCoarse) return null;
    const { document } = documents.getState();
    const palette = paletteOf(document, data.values);
    if (!samePalette(palette, answered)) return null;
    const { values, rows } = data;
    return embedReport({ document, values, rows, palette, answer, verdict: verdictKind(answer) });
  }

  async #report(): Promise<Reply> {
    this.#applySettings();
    const { subscribe } = this.#application.stores.session;
    const report = await until(
      subscribe,
      () => this.settledReport(),
      () => this.#hasFailed(),
    );
    return report ? { ok: true, report } : STOPPED;
  }

  async #load(table: EmbedTable): Promise<Reply> {
    const problem = tableProblem(table);
    if (problem) return { ok: false, problem };
    const { name, weights = null } = table;
    const prompts = table.prompts ? numbered(table.prompts) : null;
    const columns = table.columns.map((c) => ({ ...c, rewards: Float64Array.from(c.rewards) }));
    const isOpen = await this.#application.open({
      rows: { kind: "columns", columns, weights, prompts },
      source: { kind: "file", name, fingerprint: fingerprint(columns, weights) },
      dropped: 0,
    });
    if (isOpen) return DONE;
    const { notices } = this.#application.stores.session.getState();
    const notice = notices.find(({ kind }) => kind === "load-failed");
    return { ok: false, problem: notice?.detail ?? STOPPED.problem };
  }

  async #setPalette(palette: AskedPalette): Promise<Reply> {
    const { document: documents, session } = this.#application.stores;
    const data = await until(
      session.subscribe,
      () => session.getState().data,
      () => this.#hasFailed(),
    );
    if (!data) return STOPPED;
    if (typeof palette === "string") return this.#adoptLink(palette);
    const reading = embedSettings(palette, data.values, documents.getState().document.values);
    if (!reading.ok) return reading;
    this.#waitingSettings = { ...this.#waitingSettings, ...reading.settings };
    if (this.#isSeen || this.tells("report")) this.#applySettings();
    return DONE;
  }

  #adoptLink(hash: string): Reply {
    const reading = decodeLink(hash);
    if (!reading.ok) return { ok: false, problem: "palette: expected the hash of a link, #p=…" };
    this.#waitingSettings = {};
    this.#application.adopt(reading);
    return DONE;
  }

  #applySettings(): void {
    const settings = this.#waitingSettings;
    this.#waitingSettings = {};
    if (Object.keys(settings).length === 0) return;
    this.#application.stores.document.getState().applySettings(settings);
  }

  #hasFailed(): boolean {
    return isGivenUp(this.#application.stores.session.getState());
  }
}

/** The same grouping with the numbers 0, 1, 2, … in the order in which they come. */
function numbered(prompts: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return prompts.map((prompt) => {
    const number = numbers.get(prompt) ?? numbers.size;
    numbers.set(prompt, number);
    return number;
  });
}
