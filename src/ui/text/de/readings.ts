import type { Catalogue } from "../en.ts";
import { lists } from "../join.ts";
import { plurals } from "../plural.ts";
import { either, MOST_NAMED, onOff } from "../reading-words.ts";

const plural = plurals("de");
const list = lists("de");

const named = (names: readonly string[] = []): string =>
  names.length <= MOST_NAMED
    ? list(names)
    : `${names.slice(0, MOST_NAMED).join(", ")} und ${names.length - MOST_NAMED} weitere`;
const rows = (count = 0): string => `${count} ${plural(count, "Zeile", "Zeilen")}`;
const unused = (): string => "";

const PAIRED: Readonly<Record<string, string>> = {
  signed: "„preference“ ist die Hälfte davon, für die eine Antwort und gegen die andere.",
  graded: "„win“ ist der Anteil jeder Antwort an der Vorliebe, von 0 bis 1.",
  wins: "„win“ ist 1 für die bessere, 0 für die andere, ½ bei Gleichstand.",
};

/** How the rows of a file were understood, and the other ways to read them. */
export const readings: Catalogue["readings"] = {
  said: {
    part: ({ names, count }) =>
      `Die Datei enthält mehrere Listen oder Blätter; gelesen ist „${named(names)}“ (${rows(count)}).`,
    dialect: ({ names }) => `Das ist kein einfaches JSON; es wurde als ${named(names)} gelesen.`,
    frame: ({ names }) =>
      `Gelesen als Tabelle, die pandas ${names[0] === "index" ? "Zeile für Zeile" : "Spalte für Spalte"} geschrieben hat.`,
    parsed: either(
      ({ names }) =>
        `Zellen von ${named(names)} enthalten Datensätze oder Listen als Text; sie wurden als solche gelesen.`,
      ({ names }) =>
        `Zellen von ${named(names)} enthalten Datensätze oder Listen als Text; sie blieben Text.`,
    ),
    messages: either(
      ({ names }) =>
        `${named(names)} ${plural(names.length, "enthält", "enthalten")} Chat-Nachrichten, als Texte gelesen; in einem Gespräch ist die letzte Antwort der Antworttext, was davor steht, der Prompt.`,
      ({ names }) =>
        `${named(names)} ${plural(names.length, "enthält", "enthalten")} Chat-Nachrichten, die blieben, wie sie sind.`,
    ),
    nested: either(
      ({ names }) => `Die Datensätze in ${named(names)} wurden zu Spalten, eine je Feld.`,
      ({ names }) => `Die Datensätze in ${named(names)} blieben, wie sie sind.`,
    ),
    answers: either(
      ({ names, count }) =>
        `Jeder Datensatz enthält mehrere Antworten (${named(names)}): Jede wurde zu einer eigenen Zeile, insgesamt ${rows(count)}, der Prompt ist wiederholt.`,
      ({ names }) => `Die Listen in ${named(names)} blieben, wie sie sind.`,
    ),
    vectors: either(
      ({ names }) => `Die Zahlenlisten in ${named(names)} wurden zu einer Spalte je Stelle.`,
      ({ names }) => `Die Zahlenlisten in ${named(names)} blieben, wie sie sind.`,
    ),
    pairs: either(
      ({ names, value = "wins", taken }) =>
        `Jede Zeile vergleicht zwei Antworten (${named(names.slice(0, 2))}): Jede wurde zu einer eigenen Zeile; ${names[2] ? `aus ${names[2]}: ` : ""}${PAIRED[value]}${taken === "turned" ? " Die Vorliebe wurde andersherum gelesen." : ""}`,
      ({ names }) =>
        `Jede Zeile vergleicht zwei Antworten (${named(names.slice(0, 2))}) und blieb, wie sie ist; eine Vorliebe ist kein Wert einer einzelnen Antwort.`,
    ),
    events: either(
      ({ names, count }) =>
        `Ein Protokoll mit mehreren Arten von Datensätzen: Gelesen sind die der Art „${named(names)}“ (${rows(count)}).`,
      () => "Ein Protokoll mit mehreren Arten von Datensätzen: Gelesen sind alle.",
    ),
    long: either(
      ({ names: [metric, score, key], count }) =>
        `Eine lange Tabelle: Jeder Name in ${metric} wurde zu einer Spalte mit seinen Zahlen aus ${score}; eine Zeile für jedes ${key} (${rows(count)}).`,
      ({ names: [metric, score] }) =>
        `Eine lange Tabelle, die blieb, wie sie ist: ${score} enthält die Zahlen zu jedem ${metric}.`,
    ),
    "plain-numbers": either(
      ({ names }) =>
        `Die Zahlen in ${named(names)} haben ein Zeichen, einen Fehler oder eine Einheit neben sich; verwendet sind die Zahlen allein.`,
      ({ names }) => `Die Zahlen in ${named(names)} haben etwas neben sich; sie blieben Text.`,
    ),
    "nearly-numbers": either(
      ({ names, value }) =>
        `Die meisten Zellen von ${named(names)} sind Zahlen; die anderen („${value}“) gelten als Lücken.`,
      ({ names, value }) =>
        `Die meisten Zellen von ${named(names)} sind Zahlen, aber nicht alle („${value}“); deshalb als Text gelesen.`,
    ),
    sentinels: either(
      ({ names, count = 0 }) =>
        `${count} ${plural(count, "Zahl sieht", "Zahlen sehen")} wie ein Zeichen für „fehlt“ aus (${named(names)}): als ${plural(count, "Lücke", "Lücken")} gelesen.`,
      ({ names, count = 0 }) =>
        `${count} ${plural(count, "Zahl könnte", "Zahlen könnten")} ein Zeichen für „fehlt“ sein (${named(names)}): als ${plural(count, "Zahl", "Zahlen")} gelesen.`,
    ),
    groups: either(
      ({ names, count, value }) =>
        `Kaum eine Zeile hat in jedem Wert eine Zahl; verwendet sind die Werte, die die meisten Zeilen gemeinsam haben: ${named(names)} (${count} von ${value} Zeilen).`,
      () =>
        "Manchen Zeilen fehlt eine Zahl in dem einen oder anderen Wert. Mit weniger Werten bleiben mehr Zeilen:",
    ),
    files: ({ names, count, taken }) => {
      if (taken === "beside")
        return `Die ${count} Dateien haben gleich viele Zeilen und stehen nebeneinander, Zeile für Zeile.`;
      if (taken === "below")
        return "Die Dateien wurden als Teile einer Tabelle gelesen, eine unter der anderen.";
      return taken.startsWith("join:")
        ? `Die Dateien wurden Zeile für Zeile verbunden, wo ${named(names)} übereinstimmt.`
        : `Die ${count} Dateien sind verschiedene Tabellen; gelesen ist ${named(names)}.`;
    },
    split: ({ names, taken }) =>
      taken === "all"
        ? `Die Dateien sind Teile eines Datensatzes (${named(names)}); gelesen sind alle.`
        : `Gelesen ist nur der Teil ${named(names)}.`,
    archive: ({ names }) => `Nicht gelesen, da keine Tabellen: ${named(names)}.`,
  },
  ways: {
    part: ({ names, count }) => `Stattdessen „${named(names)}“ lesen (${rows(count)})`,
    dialect: unused,
    frame: unused,
    parsed: onOff("Als Datensätze lesen", "Als Text lassen"),
    messages: onOff("Als Texte lesen", "So lassen"),
    nested: onOff("Spalten daraus machen", "So lassen"),
    answers: onOff("Zeilen daraus machen", "So lassen"),
    vectors: onOff("Spalten daraus machen", "So lassen"),
    pairs: ({ pick }) =>
      pick === "off"
        ? "So lassen"
        : pick === "turned"
          ? "Die Vorliebe andersherum lesen"
          : "Aus jeder Zeile zwei Antworten machen",
    events: ({ pick, names, count }) =>
      pick === "off"
        ? "Alle Arten lesen"
        : names
          ? `Stattdessen „${named(names)}“ lesen (${rows(count)})`
          : "Nur eine Art lesen",
    long: ({ pick, names, count }) =>
      pick === "off"
        ? "So lassen"
        : names
          ? `Stattdessen eine Zeile für jedes ${named(names)} (${rows(count)})`
          : "Eine Spalte für jeden Namen machen",
    "plain-numbers": onOff("Die Zahlen allein verwenden", "Als Text lassen"),
    "nearly-numbers": onOff("Als Zahlen mit Lücken lesen", "Als Text lesen"),
    sentinels: onOff("Als Lücken lesen", "Es sind Zahlen: verwenden"),
    groups: ({ pick, names, count }) =>
      pick === "off" ? "Alle Werte verwenden" : `${named(names)} verwenden (${rows(count)})`,
    files: ({ pick, names, count }) => {
      if (pick === "beside") return "Nebeneinander stellen";
      if (pick === "below") return "Eine unter der anderen lesen";
      return pick.startsWith("join:")
        ? `Über ${named(names)} verbinden`
        : `Nur ${named(names)} lesen (${rows(count)})`;
    },
    split: ({ pick, names, count }) =>
      pick === "all"
        ? `Alle Teile lesen (${rows(count)})`
        : `Nur ${named(names)} lesen (${rows(count)})`,
    archive: unused,
  },
  reasons: {
    bookkeeping: "Dem Namen nach eine Anzahl, eine Einstellung oder ein Platz, keine Bewertung",
    truth: "Dem Namen nach das Erwartete oder Vorhergesagte, keine Bewertung",
    time: "Sieht nach Zeitpunkten aus, keine Bewertung",
    running: "Zählt die Zeilen, keine Bewertung",
    constant: "In jeder Zeile gleich",
    lower: "Dem Namen nach gelesen als: weniger ist besser",
    open: "Ist mehr davon besser oder weniger? Der Name sagt es nicht",
    group: "Nur wenige Zeilen haben sie zusammen mit den verwendeten Werten",
    "too-many": "Mehr Werte lassen sich nicht zugleich verwenden",
    words: "Wenige Wörter: als Wert verwendet, bekommt jedes eine Zahl",
    "word-map": "Wörter als Zahlen gelesen; hier zu ändern",
  },
  words: {
    title: (column) => `Zahlen für die Wörter von ${column}`,
    numberOf: (word, column) => `Zahl für „${word}“ in ${column}`,
    count: (count) => rows(count),
    gap: "Lücke",
  },
  shownAs: (label) => `angezeigt als „${label}“`,
};
