import { textOf } from "../layouts/layout.ts";
import { type Fields, isFields } from "../table/fields.ts";
import type { RawColumn } from "../table/raw-table.ts";
import { OFF, switched } from "../table/reading.ts";
import { freeName, holds, replaced, type Step } from "./step.ts";

const ANSWERS = /^(assistant|gpt|bot|model|ai|chatbot|bing|bard)$/i;
const DIALOGUE = /message|conversation|chat|dialog|turns|history|context|trajectory/i;

interface Message {
  readonly role: string;
  readonly text: string;
}

/**
 * Lists of chat messages: a dialogue becomes the question and the answer that ends it, and a list in a column of its own (a prompt,
 * a completion) becomes its text.
 */
export const messages: Step = (raw, picks) => {
  const columns = raw.columns.filter((column) => holds(column, isMessages));
  if (columns.length === 0) return null;
  const reading = switched(picks, { kind: "messages", names: columns.map(({ name }) => name) });
  if (reading.taken === OFF) return { raw, reading };
  const isSplit = (column: RawColumn) =>
    DIALOGUE.test(column.name) && holds(column, (cell) => ANSWERS.test(lastRole(cell)));
  const dialogues = columns.filter(isSplit);
  const hints: Record<string, { use: "prompt" | "response" }> = {};
  const by = new Map<RawColumn, readonly RawColumn[]>();
  for (const column of columns) {
    if (!dialogues.includes(column)) {
      by.set(column, [{ name: column.name, cells: Array.from(column.cells, textOf) }]);
      continue;
    }
    const turns = Array.from(column.cells, messagesOf);
    // Of several dialogues each gives its answer under its own name; the first says what was asked.
    const answered = dialogues.length > 1 ? column.name : freeName(raw, "response");
    const answer = { name: answered, cells: turns.map((all) => all.at(-1)?.text ?? "") };
    const asked = freeName(raw, "prompt");
    const prompt = { name: asked, cells: turns.map((all) => joined(all.slice(0, -1))) };
    by.set(column, column === dialogues[0] ? [prompt, answer] : [answer]);
    hints[asked] = { use: "prompt" };
    if (dialogues.length === 1) hints[answered] = { use: "response" };
  }
  return { raw: replaced(raw, by), hints, reading };
};

/** True for a list of messages of a chat. */
export function isMessages(cell: unknown): boolean {
  return Array.isArray(cell) && cell.length > 0 && cell.every((one) => messageOf(one) !== null);
}

function messageOf(one: unknown): Message | null {
  if (!isFields(one)) return null;
  const role = one.role ?? one.from ?? one.speaker ?? one.author;
  const content = contentOf(one);
  return typeof role === "string" && content !== undefined ? { role, text: textOf(content) } : null;
}

function contentOf(message: Fields): unknown {
  return message.content ?? message.value ?? message.text ?? message.message;
}

function messagesOf(cell: unknown): Message[] {
  const all = Array.isArray(cell) ? cell : [];
  return all.flatMap((one) => messageOf(one) ?? []);
}

function lastRole(cell: unknown): string {
  return messagesOf(cell).at(-1)?.role ?? "";
}

/** One question alone is its text; of a longer dialogue every turn says whose it is. */
function joined(all: readonly Message[]): string {
  const turns = all.filter(({ role }) => role !== "system");
  if (turns.length <= 1) return all.map(({ text }) => text).join("\n");
  return all.map(({ role, text }) => `${role}: ${text}`).join("\n");
}
