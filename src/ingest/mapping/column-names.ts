/** The words of a name: "latencyMs", "latency_ms" and "Latency (ms)" have the same; of a nested field, those of its last part. */
function wordsOf(name: string): readonly string[] {
  const leaf = name.split(".").at(-1) ?? name;
  const text = /\p{L}/u.test(leaf) ? leaf : name;
  return text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const EXACT = new Set(
  (
    "id idx index row rank seed step steps epoch advantage advantages date created updated turn order position fold split time " +
    "timestamp temperature top_p top_k max_tokens learning_rate lr len length version iteration iter round batch worker " +
    "uid uuid key hash tokens workerid userid sampleid sample offset lineno line number nr"
  ).split(" "),
);
const LAST = new Set(
  "id ids idx index len length tokens token time timestamp tstamp ts epoch step seed turn uid uuid hash at subset split fold idx0".split(
    " ",
  ),
);
const SETTING = /^(seed|temperature)$/;
const FIRST = new Set(["unnamed", "included"]);
const COUNTED = /^(num|n|nb|number|count|total|max|min|avg)$/;
const COUNTS =
  /^(tokens?|words?|chars?|characters|sentences|turns|calls|retries|messages|lines|samples)$/;
const TRUTH =
  /^(gts?|ground_?truth|truth|gold|golden|targets?|expected|ideal|references?|preds?|predictions?|predicted|pred_label|correct_answer|answer_key)$/;
const DURATION =
  /^(response|inference|elapsed|generation|running|run|processing|wall|waiting|latency|first)$/;

/** True for the name of an id, a step, a length, a time or the like: never a value unless told. */
export function isBookkeeping(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  const isNested = name.includes(".");
  if (FIRST.has(words[0]) || (words.length === 1 && EXACT.has(last)))
    return !(isNested && last === "rank");
  if (EXACT.has(words.join("_")) || words.some((word) => SETTING.test(word))) return true;
  if (last === "time" && words.some((word) => DURATION.test(word))) return false;
  if (words.length > 1 && LAST.has(last)) return true;
  if (COUNTED.test(words[0]) && COUNTS.test(last)) return true;
  return words.length > 1 && last === "count" && COUNTS.test(words.at(-2) ?? "");
}

/** True for the name of what was expected or predicted: it says nothing of how good an answer is. */
export function isTruth(name: string): boolean {
  return TRUTH.test(wordsOf(name).join("_"));
}

const LOWER =
  /^(tox(ic|icity|icities|izität)?|harm(s|ful|fulness)?|risk(s|iness)?|risiko|costs?|kosten|prices?|preis|expenses?|latenc(y|ies)|latenz|refus(al|als|ed|e)|errors?|fehler|perplexit(y|ies)|ppl|loss(es)?|nll|violations?|violat(es|ed|ing)|verstoß|unsafe(ty)?|danger(ous)?|hallucinat(ion|ions|ed|es)|offens(e|ive|iveness)|insults?|threats?|obscen(e|ity)|profan(e|ity)|hate|hateful|spam|severit(y|ies)|schaden|penalt(y|ies)|regrets?|wer|cer|mse|mae|rmse|fail(s|ed|ure|ures)?|repetition|repetitive(ness)?|redundan(cy|t)|duration|dauer|incorrect(ness)?|wrong|inaccura(te|cy)|incoheren(t|ce)|bias(ed|es)?|stereotype|misinformation|deception|deceptive|sycophancy|jailbreak(s|ed)?|attack|leak(age)?)$/;
const NOT_LOWER =
  /^(non|no|not|anti|low|less|un|free|avoid(ance|s)?|avoided|reduc(ed|tion)|aversion|resist(ance|ant)?|prevention|neg|negative|negated|inverse|minus|against|robustness)$/;
const REWARD = /^(rewards?|rm|utility|goodness|quality|belohnung)$/;

/** Which way is better by the name of a value: "lower", "open" where its name says both, else "higher". */
export function directionByName(name: string): "lower" | "higher" | "open" {
  const words = wordsOf(name.split("/")[0]);
  const isDuration = words.at(-1) === "time" && words.some((word) => DURATION.test(word));
  const isRank = words.at(-1) === "rank";
  if (!isDuration && !isRank && !words.some((word) => LOWER.test(word))) return "higher";
  if (words.some((word) => NOT_LOWER.test(word))) return "higher";
  return words.some((word) => REWARD.test(word)) ? "open" : "lower";
}

const PROMPTS: readonly RegExp[] = [
  /^(user_)?prompts?$|^(user_)?(question|instruction|query|frage)$/,
  /prompt|question|instruction|query|frage|anfrage/,
  /^(input|q|vars_q|problem|task|context|user|ask|situation)$/,
  /^inputs$/,
];
/** A name that is a prompt only beside answers. */
const BESIDE_ANSWERS = PROMPTS.length - 1;
const RESPONSES: readonly RegExp[] = [
  /^(model_)?(answers?|responses?|outputs?|completions?|generat(ed|ion|ions)|antwort)(_text)?$/,
  /answer|response|output|completion|generat|antwort|reply|continuation/,
  /^(texts?|messages?|content|comment|utterance|sentence|summary|translation|essay|story|candidates?|samples?|a)$/,
];
const REFERENCE =
  /^(references?|gold|golden|targets?|expected|ideal|ground|truth|gt|gts|correct|canonical|human|baseline|true)$/;
const NO_TEXT =
  /^(ids?|hash|model|name|label|tokens?|length|lang|language|type|source|format|time|date|version|url|role|justification|explanation|rationale|reason|category|template|system)$/;

/**
 * The places, likeliest first, of names that may hold what was asked or answered. A reference or gold text stands behind every
 * other; a name that says id, model, type or the like is none.
 */
export function textRank(name: string, use: "prompt" | "response"): number | null {
  const rank = rankOf(name, use);
  const asked = use === "response" && rank !== null ? rankOf(name, "prompt") : null;
  return asked !== null && rank !== null && asked <= rank ? null : rank;
}

/** True for a name that means a prompt only where there are answers too. */
export function needsAnswers(name: string): boolean {
  return rankOf(name, "prompt") === BESIDE_ANSWERS;
}

function rankOf(name: string, use: "prompt" | "response"): number | null {
  const words = wordsOf(name);
  const whole = words.join("_");
  const ranks = use === "prompt" ? PROMPTS : RESPONSES;
  const last = words.at(-1) ?? "";
  if (words.length > 1 && (NO_TEXT.test(last) || /^(system|template|num)$/.test(words[0])))
    return null;
  let rank = ranks.findIndex((pattern) => pattern.test(whole));
  if (rank < 0 && name.includes(".")) {
    const outer = name.split(".").slice(0, -1).join("_").toLowerCase();
    rank = ranks.slice(0, 2).findIndex((pattern) => pattern.test(outer));
    rank = rank < 0 || NO_TEXT.test(last) ? -1 : ranks.length + rank;
  }
  if (rank < 0) return null;
  return words.some((word) => REFERENCE.test(word)) ? rank + 2 * ranks.length : rank;
}
