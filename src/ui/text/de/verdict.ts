import type { Catalogue } from "../en.ts";
import { lists } from "../join.ts";
import { counted, plurals } from "../plural.ts";

const plural = plurals("de");
const list = lists("de");
const answers = counted("Antwort", "Antworten");
const carry = (n: string) => (n === "1" ? "trägt" : "tragen");

/** The verdict in words. Text between ** is set in bold; numbers arrive formatted. */
export const verdict: Catalogue["verdict"] = {
  heading: "Urteil",
  headline: {
    reachable: "Erreichbar.",
    thin: "Erreichbar, aber auf schmaler Basis.",
    met: "Schon erfüllt. Das ursprüngliche Modell kann das bereits.",
    nothing: "Noch nichts verlangt.",
    edge: "Genau am Rand des Erreichbaren.",
    out: (names) =>
      names.length > 4
        ? `Unerreichbar: ${names.length} Werte zusammen.`
        : `Unerreichbar: ${list(names)}${names.length === 2 ? " zusammen" : ""}.`,
    unsettled: "Nicht entschieden.",
    waiting: "Antworten werden gelesen…",
    failed: "Diese Palette ließ sich nicht ausrechnen.",
  },
  drift: (kl, ess, rows) =>
    `Diese Mischung weicht um **${kl} nat** vom ursprünglichen Modell ab; etwa **${ess} von ${rows}** Antworten ${carry(ess)} sie.`,
  dearest: (name, step, price) =>
    `Gemessen an der Streuung ist ${name} am teuersten: ${step} mehr kostet **${price} nat**.`,
  dearestBeyond: (name, step) =>
    `Gemessen an der Streuung ist ${name} am teuersten: ${step} mehr ist **unerreichbar**.`,
  shared: (names) =>
    `**${list(names)}** folgen in diesen Antworten auseinander: Sie haben einen gemeinsamen Preis, und wie er sich auf sie verteilt, ist offen.`,
  free: (names) => `${list(names)} ${plural(names.length, "kostet", "kosten")} nichts.`,
  thinAdvice: "Bei so wenigen sind die Niveaus nur ein grober Anhalt.",
  strong: (share) =>
    `Eine **starke** Änderung: Das Gewicht liegt auf ${share} der Antworten, das Modell müsste sich also sehr verändern.`,
  strongWeighted: (ess, original) =>
    `Eine **starke** Änderung: Nach ihren eigenen Gewichten tragen etwa ${original} Antworten die ursprüngliche Mischung, diese aber nur ${ess}; das Modell müsste sich also sehr verändern.`,
  weighted: (original) =>
    `Nach ihren eigenen Gewichten ${carry(original)} etwa **${original}** der Antworten die ursprüngliche Mischung.`,
  metLine:
    "Jedes Ziel liegt auf oder unter dem heutigen Niveau; nichts muss sich ändern, und es kostet nichts.",
  nothingLine:
    "Mindestens ein Wert braucht ein Ziel oder muss auf heutigem Niveau gehalten werden.",
  edgeLimit: (kl) =>
    `Die Abweichung von **${kl} nat** ist ein Grenzwert, dem sie immer näher kommen; jenseits des Rands gibt es nichts.`,
  proof: {
    pooled: {
      edge: (kept, rows) =>
        `Mischungen kommen dieser Palette beliebig nahe, treffen sie aber nur, wenn **${kept} von ${rows}** Antworten bleiben und alle anderen wegfallen.`,
      inequality: (terms, bound, asked) =>
        `In jeder Mischung dieser Antworten ist **${terms}** höchstens **${bound}**. Die Palette verlangt **${asked}**.`,
      highest: (name, bound, asked) =>
        `Keine Mischung dieser Antworten hebt **${name}** über **${bound}**. Die Palette verlangt **${asked}**.`,
      lowest: (name, bound, asked) =>
        `Keine Mischung dieser Antworten bringt **${name}** unter **${bound}**. Die Palette verlangt **${asked}**.`,
      unprinted:
        "Keine Mischung dieser Antworten hat alles zugleich; es fehlt weniger, als sich drucken lässt.",
    },
    "per-prompt": {
      edge: (kept, rows) =>
        `Wird unter den Antworten auf jeden Prompt ausgewählt, kommt man dieser Palette beliebig nahe, trifft sie aber nur, wenn **${kept} von ${rows}** Antworten bleiben und alle anderen wegfallen.`,
      inequality: (terms, bound, asked) =>
        `Wie auch immer unter den Antworten auf jeden Prompt ausgewählt wird: **${terms}** ist im Mittel höchstens **${bound}**. Die Palette verlangt **${asked}**.`,
      highest: (name, bound, asked) =>
        `Keine Auswahl unter den Antworten auf jeden Prompt hebt **${name}** im Mittel über **${bound}**. Die Palette verlangt **${asked}**.`,
      lowest: (name, bound, asked) =>
        `Keine Auswahl unter den Antworten auf jeden Prompt bringt **${name}** im Mittel unter **${bound}**. Die Palette verlangt **${asked}**.`,
      unprinted:
        "Keine Auswahl unter den Antworten auf jeden Prompt hat alles zugleich; es fehlt weniger, als sich drucken lässt.",
    },
  },
  conflictHint: (names) =>
    names.length < 2
      ? ""
      : names.length === 2
        ? "Jedes der beiden geht für sich; zusammen nicht."
        : `Fällt irgendeiner der ${names.length} weg, gehen die übrigen.`,
  unsettledLine: (passes) =>
    `Nach ${passes} Durchgängen durch die Antworten war die Palette weder erfüllt noch als unerreichbar bewiesen.`,
  unsettledHint: "Einen Regler ein wenig bewegen startet einen neuen Versuch.",
  inSample: "in der Stichprobe",
  sampled: (rows, all) =>
    `Alle Zahlen gehören zu einer zufälligen Stichprobe von ${rows} Antworten aus ${all} Zeilen der Datei.`,
  figures: {
    drift: "Abweichung, nat",
    carry: (share) => `Antworten\ntragen es, ${share}`,
    needed: "Antworten je\nPrompt nötig",
    ofShown: (share) => `der nächsten sicheren Mischung, ${share} des Wegs`,
    atLimit: "im Grenzfall",
  },
  needed: (atLeast) => `Die beste von mehreren auszuwählen braucht ${atLeast} Antworten je Prompt.`,
  atLeast: (n) => `≥ ${n}`,
  repairs: {
    heading: "Was sich tun lässt",
    edge: "Bis zum Rand zurücknehmen",
    safe: (ess) => `Zurücknehmen, bis ${answers(ess)} es ${carry(ess)}`,
    share: (share) => `alle Ziele bei ${share} des Wegs`,
    change: (name, from, to) => `${name} ${from} → **${to}**`,
    cost: (kl, ess) => `Abweichung ${kl} nat · getragen von ${answers(ess)}`,
    titles: {
      "scale-back": () => "Gemeinsam zurücknehmen",
      nearest: () => "Kleinste Änderung",
      relax: (name) => `Nur ${name} lockern`,
      greedy: () => "Das Wichtigste zuerst",
    },
    kinds: {
      "scale-back": (share) => `alle Ziele bei ${share} des Wegs`,
      nearest: () => "von diesen die kleinste Bewegung, in SD gezählt",
      relax: () => "die übrigen Ziele bleiben",
      greedy: () => "in der Reihenfolge der Liste, keiner unter heutiges Niveau gesenkt",
    },
    relaxAndMore: (name) => ({
      title: `Erst ${name}, dann alle`,
      share: "diesen allein zu lockern reicht nicht",
    }),
    reach: {
      label: "Wie weit die Vorschläge gehen",
      choices: {
        safe: (ess) => `sicher: ${answers(ess)} ${carry(ess)} es`,
        tenth: (ess) => `ein Zehntel: ${answers(ess)} ${carry(ess)} es`,
        oneNat: () => "höchstens 1 nat Abweichung",
        twoNats: () => "höchstens 2 nat Abweichung",
        edge: () => "bis zum Rand",
      },
    },
    none: "Hierfür gibt es keinen Vorschlag. Eine andere Wahl hat vielleicht einen.",
    recommended: "empfohlen",
    why: "Der erste Vorschlag, der alle Ziele im Verhältnis lässt, sonst der erste mögliche, innerhalb der gewählten Grenze",
    more: (n) => `und ${n} weitere`,
  },
  announce: (headline, detail) => `${headline} ${detail}`,
};
