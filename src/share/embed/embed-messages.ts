import * as v from "valibot";
import type { ValueSetting } from "../document/document.ts";
import type { EmbedReport } from "./embed-report.ts";

/** Mark and version that every message between a page and a palette inside it carries as `protocol`. */
export const EMBED_PROTOCOL = "value-palette/1";

/** What is asked of one value: a raw target, a baseline quantile ("q80"), today's level, or nothing. */
export type Level = number | "hold" | "out" | `q${number}`;

/** Levels by value id, the others staying as they are; or the hash of a link, which says everything. */
export type AskedPalette = string | Readonly<Record<string, Level>>;

/** Rows to load, one column per value; buffers may be transferred. */
export interface EmbedTable {
  /** What the data is called on the screen. */
  readonly name: string;
  /** Raw rewards, all finite, every column of the same length. */
  readonly columns: readonly {
    readonly id: string;
    readonly rewards: Float64Array | Float32Array;
    /** True for a cost. Default false. */
    readonly lowerIsBetter?: boolean;
  }[];
  /** Base weights ≥ 0 with a positive sum. Default equal. */
  readonly weights?: Float64Array;
  /** Prompt number of each row; any numbers will do. Default none. */
  readonly prompts?: Int32Array;
}

/** What a page can ask to be told of. */
export type EmbedEvent = "change" | "report";

/** What a page can ask of a palette inside it. */
export type PageRequest =
  | { readonly type: "set-palette"; readonly palette: AskedPalette }
  | { readonly type: "load-data"; readonly table: EmbedTable }
  | { readonly type: "read-report" }
  /** Replaces what was subscribed to before. */
  | { readonly type: "subscribe"; readonly to: readonly EmbedEvent[] }
  | { readonly type: "set-theme"; readonly theme: "auto" | "light" | "dark" };

/** A request with the number that its reply will bear. */
export type PageMessage = PageRequest & { readonly id: number };

/** What became of a request; a problem names what was expected and what was found. */
export type Reply =
  | { readonly ok: true; readonly report?: EmbedReport }
  | { readonly ok: false; readonly problem: string };

/** What a palette tells the page around it. */
export type FrameMessage =
  /** Requests are heard from now on. */
  | { readonly type: "ready" }
  /** CSS pixels that the whole content needs. */
  | { readonly type: "height"; readonly height: number }
  /** The palette after a change, as a link's hash and value by value. */
  | {
      readonly type: "change";
      readonly hash: string;
      readonly values: Readonly<Record<string, ValueSetting>>;
    }
  /** The exact answer to the newest palette. */
  | { readonly type: "report"; readonly report: EmbedReport }
  | ({ readonly type: "reply"; readonly id: number } & Reply);

/** What became of reading a request; `id` is null where it bears none. */
export type PageReading =
  | { readonly ok: true; readonly message: PageMessage }
  | { readonly ok: false; readonly id: number | null; readonly problem: string };

const MOST_VALUES = 64;
const MOST_EVENTS = 8;
/** Characters of the hash of a link. */
const MOST_LINK = 100_000;
/** CSS pixels that a frame can be high; the longest page is a tenth of that. */
const MOST_HEIGHT = 100_000;
const id = v.pipe(v.number(), v.integer());
const rewards = v.union([v.instance(Float64Array), v.instance(Float32Array)]);
const message = v.variant("type", [
  v.object({
    type: v.literal("set-palette"),
    id,
    palette: v.custom<AskedPalette>(
      isPalette,
      'expected a link\'s hash, or for each value a number, "q80", "hold" or "out"',
    ),
  }),
  v.object({
    type: v.literal("load-data"),
    id,
    table: v.object({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
      columns: v.pipe(
        v.array(
          v.object({
            id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
            rewards,
            lowerIsBetter: v.optional(v.boolean(), false),
          }),
        ),
        v.minLength(1),
        v.maxLength(MOST_VALUES),
      ),
      weights: v.optional(v.instance(Float64Array)),
      prompts: v.optional(v.instance(Int32Array)),
    }),
  }),
  v.object({ type: v.literal("read-report"), id }),
  v.object({
    type: v.literal("subscribe"),
    id,
    to: v.array(v.picklist(["change", "report"])),
  }),
  v.object({
    type: v.literal("set-theme"),
    id,
    theme: v.picklist(["auto", "light", "dark"]),
  }),
]);

/** Marks a message as one of this protocol. */
export function sealed<M extends PageMessage | FrameMessage>(
  message: M,
): M & { readonly protocol: string } {
  return { ...message, protocol: EMBED_PROTOCOL };
}

/** Reads what a page sent; null for what is not of this protocol at all, as pages send each other many things. */
export function readPageMessage(data: unknown): PageReading | null {
  if (!isPlain(data) || typeof data.protocol !== "string") return null;
  if (!data.protocol.startsWith("value-palette/")) return null;
  const number = v.is(id, data.id) ? data.id : null;
  if (data.protocol !== EMBED_PROTOCOL)
    return {
      ok: false,
      id: number,
      problem: `protocol: expected ${EMBED_PROTOCOL}, found ${shortened(data.protocol)}`,
    };
  const tooLong = oversize(data);
  if (tooLong) return { ok: false, id: number, problem: tooLong };
  const read = v.safeParse(message, data);
  if (read.success) return { ok: true, message: read.output as PageMessage };
  const [issue] = read.issues;
  const path = v.getDotPath(issue) ?? "message";
  const problem = /^expected/.test(issue.message)
    ? issue.message
    : `expected ${issue.expected}, found ${shortened(issue.received)}`;
  return { ok: false, id: number, problem: `${shortened(path)}: ${problem}` };
}

const FRAME_MESSAGES: readonly unknown[] = ["ready", "height", "change", "report", "reply"];

/** Reads what a frame of a trusted origin sent; null for what is not of this protocol. A height is one that a page can have. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (!isPlain(data) || data.protocol !== EMBED_PROTOCOL || !FRAME_MESSAGES.includes(data.type))
    return null;
  const { protocol: _, ...message } = data;
  if (message.type !== "height") return message as unknown as FrameMessage;
  const height = Number(message.height);
  return height >= 0 ? { type: "height", height: Math.min(MOST_HEIGHT, height) } : null;
}

/** A text that others wrote, as it is repeated to them: at most `most` characters. Default 100. */
export function shortened(text: string, most = 100): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** What is too long to be looked at, before anything of it is. */
function oversize({ palette, to, table }: Record<string, unknown>): string | null {
  const columns = isPlain(table) ? table.columns : null;
  const lengths: [path: string, found: number, most: number][] = [
    ["palette", typeof palette === "string" ? palette.length : 0, MOST_LINK],
    ["palette", isPlain(palette) ? Object.keys(palette).length : 0, MOST_VALUES],
    ["to", Array.isArray(to) ? to.length : 0, MOST_EVENTS],
    ["table.columns", Array.isArray(columns) ? columns.length : 0, MOST_VALUES],
  ];
  const [first] = lengths.filter(([, found, most]) => found > most);
  return first ? `${first[0]}: expected a length of at most ${first[2]}, found ${first[1]}` : null;
}

/** Percent of a quantile as it is written, "q80"; null for anything else. */
export function quantileOf(level: Level): number | null {
  return typeof level === "string" && isQuantile(level) ? Number(level.slice(1)) : null;
}

function isPalette(x: unknown): boolean {
  return typeof x === "string" || (isPlain(x) && Object.values(x).every(isLevel));
}

function isLevel(x: unknown): boolean {
  if (typeof x === "number") return Number.isFinite(x);
  return typeof x === "string" && (x === "hold" || x === "out" || isQuantile(x));
}

function isQuantile(text: string): boolean {
  return /^q\d+(\.\d+)?$/.test(text) && Number(text.slice(1)) <= 100;
}

function isPlain(x: unknown): x is Record<string, unknown> {
  return typeof x === "object" && x !== null && !Array.isArray(x);
}
