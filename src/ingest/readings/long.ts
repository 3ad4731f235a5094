import type { RawColumn, RawTable } from "../table/raw-table.ts";
import { OFF, ON, type Reading } from "../table/reading.ts";
import { filledCells, isFilled, isNumeric, type Step } from "./step.ts";

const METRIC =
  /(^|[_.\s-])(metric|metrics|variable|criterion|criteria|evaluator|evaluation|aspect|dimension|attribute|measure|rubric|feedback_key|feedback|score_name|value_name|scorer|reward_model|reward_name|judge_metric)([_.\s-]?(name|key|id))?$/i;
const PLAIN_METRIC = /^(name|key|label|type|category|value)$/i;
const SCORE = /score|value|rating|reward|result|grade|number|points/i;
const KEY =
  /(^|[_.\s-])(id|uuid|uid|key|idx|index|trace|run|sample|row|item|example|span|observation)$|^id|Id$/;
const ANSWER = /respon|answer|output|complet|generat|^text$/i;
const MOST_METRICS = 60;
const MOST_KEYS = 4;
/** Rows of one key and metric that are there twice are few. */
const UNIQUE_SHARE = 0.95;
/** Most keys have more than one metric. */
const FILLED_SHARE = 0.5;

/** A table with the name of a metric in one column and its score in another: a column a metric, a row a key. */
export const long: Step = (raw, picks) => {
  const metric =
    raw.columns.find((c) => METRIC.test(c.name) && isMetric(c)) ??
    raw.columns.find((c) => PLAIN_METRIC.test(c.name) && isMetric(c));
  const score = metric && raw.columns.find((c) => c !== metric && SCORE.test(c.name) && isScore(c));
  if (!metric || !score) return null;
  const keys = keysOf(raw, metric, score);
  if (keys.length === 0) return null;
  const taken =
    picks.long === OFF ? null : (keys.find(({ name }) => name === picks.long) ?? keys[0]);
  const names = [metric.name, score.name, taken?.name ?? keys[0].name];
  const others = keys
    .filter((key) => key !== taken)
    .slice(0, MOST_KEYS)
    .map(({ name, rows }) => ({ pick: name, names: [name], count: rows.length }));
  const reading: Reading = {
    kind: "long",
    names,
    ...(taken ? { count: taken.rows.length } : {}),
    taken: taken?.name ?? OFF,
    others: taken ? [...others, { pick: OFF }] : [{ pick: ON }],
  };
  return { raw: taken ? pivoted(raw, metric, score, taken) : raw, reading };
};

interface Key {
  readonly name: string;
  /** Places of the rows of each key. */
  readonly rows: readonly (readonly number[])[];
}

function isMetric(column: RawColumn): boolean {
  const filled = filledCells(column, column.cells.length);
  if (filled.length < 4 || !filled.every((c) => typeof c === "string" && !isNumeric(c)))
    return false;
  const distinct = new Set(filled).size;
  return distinct >= 2 && distinct <= MOST_METRICS && distinct <= filled.length / 2;
}

function isScore(column: RawColumn): boolean {
  if (column.cells instanceof Float64Array) return true;
  const filled = filledCells(column);
  return filled.length > 0 && filled.every((c) => isNumeric(c) || typeof c === "boolean");
}

/** Columns, or texts together, by which each metric stands once: the likeliest first. */
function keysOf(raw: RawTable, metric: RawColumn, score: RawColumn): Key[] {
  const free = raw.columns.filter((c) => c !== metric && c !== score);
  const answers = free.filter((c) => ANSWER.test(c.name) && !(c.cells instanceof Float64Array));
  // Answers that differ within a key are answers of their own, no other metric of the same one.
  const isOneAnswer = ({ rows }: Key) =>
    answers.every((c) => rows.every((own) => own.every((j) => c.cells[j] === c.cells[own[0]])));
  const single = free.flatMap((column): Key[] => {
    const key = grouped(raw, [column], metric);
    return key && key.rows.length < raw.rows ? [key] : [];
  });
  const composed = free.filter((c) => KEY.test(c.name) || /step|epoch|turn/i.test(c.name));
  const composite =
    single.length === 0 && composed.length > 1 ? grouped(raw, composed, metric) : null;
  const texts = free.filter((c) =>
    /prompt|question|input|instruction|respon|answer|output|complet/i.test(c.name),
  );
  const together = texts.length > 1 ? grouped(raw, texts, metric) : null;
  const named = (key: Key) => Number(KEY.test(key.name));
  return [...single, ...(composite ? [composite] : []), ...(together ? [together] : [])]
    .filter(isOneAnswer)
    .sort((a, b) => named(b) - named(a) || a.rows.length - b.rows.length);
}

function grouped(raw: RawTable, columns: readonly RawColumn[], metric: RawColumn): Key | null {
  const places = new Map<string, number[]>();
  const seen = new Set<string>();
  let again = 0;
  for (let j = 0; j < raw.rows; j++) {
    const cells = columns.map(({ cells }) => cells[j]);
    if (!cells.every(isFilled)) return null;
    const key = cells
      .map((cell) => (typeof cell === "object" ? JSON.stringify(cell) : String(cell)))
      .join("\u0000");
    const pair = `${key}\u0000${String(metric.cells[j])}`;
    if (seen.has(pair)) again++;
    seen.add(pair);
    const own = places.get(key);
    if (own) own.push(j);
    else places.set(key, [j]);
  }
  const rows = [...places.values()];
  const several = rows.filter((own) => own.length > 1).length;
  const isKey = again <= (1 - UNIQUE_SHARE) * raw.rows && several >= FILLED_SHARE * rows.length;
  return isKey && rows.length >= 2
    ? { name: columns.map(({ name }) => name).join(" + "), rows }
    : null;
}

/** A column a metric; other columns stay where they say the same in every row of a key. */
function pivoted(raw: RawTable, metric: RawColumn, score: RawColumn, { rows }: Key): RawTable {
  const kept = raw.columns.filter(
    (c) =>
      c !== metric &&
      c !== score &&
      rows.every((own) => own.every((j) => c.cells[j] === c.cells[own[0]])),
  );
  const metrics = [...new Set(filledCells(metric, metric.cells.length).map(String))];
  const columns = metrics.map(
    (name): RawColumn => ({
      name,
      cells: rows.map((own) => {
        const at = own.find((j) => String(metric.cells[j]) === name);
        return at === undefined ? null : score.cells[at];
      }),
    }),
  );
  const others = kept.map((c) => ({ name: c.name, cells: rows.map(([first]) => c.cells[first]) }));
  return { ...raw, rows: rows.length, columns: [...others, ...columns] };
}
