type Triple = [precision: number, recall: number, f: number];

/** ROUGE written straight from its definition, slow and without cleverness: what `rouge` is compared with. */
export function plainRouge(target: string, prediction: string, stem: boolean) {
  const t = words(target, stem);
  const p = words(prediction, stem);
  return {
    rouge1: grams(t, p, 1),
    rouge2: grams(t, p, 2),
    rougeL: triple(common(t, p).size, t.length, p.length),
    rougeLsum: lsum(lines(target, stem), lines(prediction, stem)),
  };
}

function words(text: string, stem: boolean): string[] {
  let spaced = "";
  for (const c of text.toLowerCase()) spaced += /[a-z0-9]/.test(c) ? c : " ";
  return spaced
    .split(" ")
    .filter((w) => w !== "")
    .map((w) => (stem && w.length > 3 ? plainStem(w) : w));
}

function lines(text: string, stem: boolean): string[][] {
  return text.split("\n").flatMap((line) => (line === "" ? [] : [words(line, stem)]));
}

/** Each n-gram of the prediction strikes out one equal n-gram of the target that is left. */
function grams(t: string[], p: string[], n: number): Triple {
  const list = (xs: string[]) =>
    xs.map((_, i) => JSON.stringify(xs.slice(i, i + n))).slice(0, Math.max(0, xs.length - n + 1));
  const left = list(t);
  let hits = 0;
  for (const gram of list(p)) {
    const at = left.indexOf(gram);
    if (at >= 0) {
      left.splice(at, 1);
      hits++;
    }
  }
  return triple(hits, list(t).length, list(p).length);
}

/** Places in `t` of the common subsequence with `p` that the stated walk back finds, from lengths of prefixes. */
function common(t: string[], p: string[]): Set<number> {
  const lengths = new Map<string, number>();
  const length = (i: number, j: number): number => {
    if (i === 0 || j === 0) return 0;
    const key = `${i},${j}`;
    let shared = lengths.get(key);
    if (shared === undefined) {
      shared =
        t[i - 1] === p[j - 1]
          ? length(i - 1, j - 1) + 1
          : Math.max(length(i, j - 1), length(i - 1, j));
      lengths.set(key, shared);
    }
    return shared;
  };
  const walk = (i: number, j: number): number[] => {
    if (i === 0 || j === 0) return [];
    if (t[i - 1] === p[j - 1]) return [...walk(i - 1, j - 1), i - 1];
    return length(i, j - 1) > length(i - 1, j) ? walk(i, j - 1) : walk(i - 1, j);
  };
  return new Set(walk(t.length, p.length));
}

function lsum(t: string[][], p: string[][]): Triple {
  const leftT = t.flat();
  const leftP = p.flat();
  const [sizeT, sizeP] = [leftT.length, leftP.length];
  let hits = 0;
  for (const sentence of t) {
    const union = p.map((other) => common(sentence, other));
    sentence.forEach((token, i) => {
      if (!union.some((set) => set.has(i))) return;
      const [a, b] = [leftT.indexOf(token), leftP.indexOf(token)];
      if (a < 0 || b < 0) return;
      leftT.splice(a, 1);
      leftP.splice(b, 1);
      hits++;
    });
  }
  return triple(hits, sizeT, sizeP);
}

function triple(hits: number, target: number, prediction: number): Triple {
  const p = prediction === 0 ? 0 : hits / prediction;
  const r = target === 0 ? 0 : hits / target;
  return [p, r, p + r === 0 ? 0 : (2 * p * r) / (p + r)];
}

const POOL: Record<string, string> = {
  skies: "sky",
  dying: "die",
  lying: "lie",
  tying: "tie",
  news: "news",
  innings: "inning",
  inning: "inning",
  outings: "outing",
  outing: "outing",
  cannings: "canning",
  canning: "canning",
  howe: "howe",
  proceed: "proceed",
  exceed: "exceed",
  succeed: "succeed",
};

/** Porter's algorithm on the pattern of consonants and vowels of a word, with regular expressions. */
function plainStem(word: string): string {
  if (Object.hasOwn(POOL, word)) return POOL[word];
  let w = yToI(withoutPast(withoutPlural(word)));
  while (/alli$/.test(w) && m(w.slice(0, -4)) > 0) w = w.replace(/alli$/, "al");
  w = swap(
    w,
    "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble fulli:ful",
    0,
  );
  if (/logi$/.test(w) && m(w.slice(0, -3)) > 0) w = w.slice(0, -1);
  w = swap(w, "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:", 0);
  w = swap(
    w,
    "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: sion:s tion:t ou: ism: ate: iti: ous: ive: ize:",
    1,
  );
  w = withoutLastE(w);
  return /ll$/.test(w) && m(w.slice(0, -1)) > 1 ? w.slice(0, -1) : w;
}

function withoutPlural(word: string): string {
  const w = /^.ies$/.test(word)
    ? word.replace(/ies$/, "ie")
    : word.replace(/sses$/, "ss").replace(/ies$/, "i");
  return w === word ? w.replace(/([^s])s$/, "$1") : w;
}

function withoutPast(w: string): string {
  if (/^.ied$/.test(w)) return w.replace(/ied$/, "ie");
  if (/ied$/.test(w)) return w.replace(/ied$/, "i");
  if (/eed$/.test(w)) return m(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w;
  const past = /^(.*?)(ed|ing)$/.exec(w);
  return past && shape(past[1]).includes("v") ? restored(past[1]) : w;
}

/** What is left of a word without its -ed or -ing, its ending made that of a word again. */
function restored(stem: string): string {
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/(.)\1$/.test(stem) && shape(stem).endsWith("c")) return stem.replace(/([^lsz])\1$/, "$1");
  return m(stem) === 1 && short(stem) ? `${stem}e` : stem;
}

function yToI(w: string): string {
  const isAfterConsonant = /.y$/.test(w) && w.length > 2 && shape(w.slice(0, -1)).endsWith("c");
  return isAfterConsonant ? w.replace(/y$/, "i") : w;
}

function withoutLastE(w: string): string {
  const cut = w.replace(/e$/, "");
  return cut !== w && (m(cut) > 1 || (m(cut) === 1 && !short(cut))) ? cut : w;
}

function swap(word: string, table: string, above: number): string {
  for (const [suffix, by] of table.split(" ").map((entry) => entry.split(":")))
    if (word.endsWith(suffix)) {
      const kept = /^[st]$/.test(by) && suffix === `${by}ion` ? by.length : 0;
      const stem = word.slice(0, word.length - suffix.length + kept);
      return m(stem) > above ? stem + by.slice(kept) : word;
    }
  return word;
}

function shape(word: string): string {
  let out = "";
  for (const c of word) out += /[aeiou]/.test(c) || (c === "y" && out.endsWith("c")) ? "v" : "c";
  return out;
}

function m(stem: string): number {
  return shape(stem).split("vc").length - 1;
}

function short(word: string): boolean {
  const s = shape(word);
  return s === "vc" || (s.endsWith("cvc") && !/[wxy]$/.test(word));
}
