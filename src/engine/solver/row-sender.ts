import type { RewardColumn } from "../../core/rows/samples.ts";
import type { LoadOutcome, Rows } from "../contract.ts";
import { handedOver } from "../handed-over.ts";
import { isStopped, type Stopped } from "../service-client.ts";

/** Outcome of rows that were to be loaded: that of the worker, or why none came. */
export type LoadEnd =
  | LoadOutcome
  | {
      readonly ok: false;
      /** Other rows were loaded instead, or there is no worker any more. */
      readonly reason: "superseded" | "stopped";
      readonly detail: "";
    };

/** Rows with the fingerprint that their answers carry. */
export interface NamedRows {
  readonly rows: Rows;
  readonly fingerprint: string;
}

/** A column of more rows than this is copied in a moment of its own, so that the page never stands still. */
const LONG_COPY = 100_000;

/** Gives rows to the worker, and again to each worker that takes its place meanwhile. */
export class RowSender {
  private turn = 0;
  private sending = false;
  private held: NamedRows | null = null;

  /** `give` sends rows to the worker there is; `hasWorker` is false once there will be none any more. */
  constructor(
    private readonly give: (rows: NamedRows) => Promise<LoadOutcome | Stopped>,
    private readonly hasWorker: () => boolean,
  ) {}

  /** True while rows are on their way. */
  isSending(): boolean {
    return this.sending;
  }

  /** True where the worker holds these rows. */
  holds(rows: NamedRows | null): boolean {
    return rows !== null && this.held === rows;
  }

  /** The worker is another, and holds none. */
  forget(): void {
    this.held = null;
  }

  /** Sends rows until a worker has said what it makes of them; newer rows end it. */
  async send(rows: NamedRows): Promise<LoadEnd> {
    const ownTurn = ++this.turn;
    this.sending = true;
    const outcome = await this.sendAs(ownTurn, rows);
    if (ownTurn === this.turn) this.sending = false;
    return outcome;
  }

  private async sendAs(ownTurn: number, rows: NamedRows): Promise<LoadEnd> {
    for (;;) {
      const copy = { ...rows, rows: await copyOf(rows.rows) };
      if (ownTurn !== this.turn) return { ok: false, reason: "superseded", detail: "" };
      if (!this.hasWorker()) return { ok: false, reason: "stopped", detail: "" };
      const outcome = await this.give(copy);
      if (isStopped(outcome)) continue;
      if (outcome.ok) this.held = rows;
      return ownTurn === this.turn ? outcome : { ok: false, reason: "superseded", detail: "" };
    }
  }
}

/** A worker owns the columns it is given: it gets copies, the page keeps its own for the next one. */
async function copyOf(rows: Rows): Promise<Rows> {
  if (rows.kind === "sample") return rows;
  const columns: RewardColumn[] = [];
  for (const column of rows.columns) {
    columns.push({ ...column, rewards: column.rewards.slice() });
    if (column.rewards.length > LONG_COPY) await new Promise((resolve) => setTimeout(resolve));
  }
  return handedOver(
    { ...rows, columns },
    columns.map((column) => column.rewards),
  );
}
