import type { Catalogue } from "../en.ts";

/** The rail of sliders. Numbers arrive formatted. */
export const palette: Catalogue["palette"] = {
  heading: "Palette",
  preset: {
    none: "eigene Mischung",
    choose: "Vorlage wählen",
    hhh: (percent) => `HHH ${percent}`,
    hhhDetail: "Humor, Hilfsbereitschaft, Harmlosigkeit; der Rest gehalten",
    alone: (name, percent) => `${name} allein bei ${percent}`,
    all: (percent) => `Alle Werte bei ${percent}`,
    together: "Gemeinsam",
    single: "Ein Wert allein",
  },
  undo: "Rückgängig",
  redo: "Wiederherstellen",
  reset: "Zurücksetzen",
  resetHint: "Zurück zur ersten Palette dieser Daten",
  participation: {
    label: (name) => `Wie ${name} mitmacht`,
    target: "mit Ziel",
    hold: "auf heutigem Niveau halten",
    out: "ausgelassen",
  },
  slider: (name) => `${name}: Ziel`,
  field: (name, unit) => `${name}: Ziel in ${unit}`,
  doubt: {
    below: (percent) =>
      `Gleiche Antworten zählen halb, unter q${percent} liegt daher kein Niveau: als q${percent} genommen.`,
    above: (percent) =>
      `Gleiche Antworten zählen halb, über q${percent} liegt daher kein Niveau: als q${percent} genommen.`,
    share: (percent) => `Als ${percent} % genommen.`,
    instead: (percent) => `Stattdessen ${percent} %`,
  },
  bad: {
    raw: "Eine Zahl, etwa 1,5",
    quantile: "Ein Prozentsatz von 0 bis 100, etwa 70",
    sd: "Eine Zahl von Standardabweichungen, etwa 0,5",
    likelihood: "Ein Prozentsatz über −100, etwa 20 für ein Fünftel wahrscheinlicher",
  },
  range: (low, high) => `das Ziel als Rohwert liegt zwischen ${low} und ${high}`,
  order: {
    move: (name, place, count) => `${name} verschieben: ${place} von ${count} in der Rangfolge`,
    hint: "Ziehen oder mit den Pfeiltasten verschieben, um die Rangfolge zu ändern",
  },
  unit: {
    label: (name) => `Einheit von ${name}`,
    all: "Ziele als",
    allLabel: "Einheit aller Ziele",
    mixed: "verschieden",
    raw: "Rohwert",
    quantile: "Quantil der heutigen Antworten",
    sd: "SD über dem heutigen Mittelwert",
    likelihood: "wahrscheinlicher, in Prozent",
    short: { raw: "roh", quantile: "q", sd: "SD", likelihood: "% w." },
  },
  price: {
    costs: (price, step) => `≥ ${price} nat für ${step}`,
    beyond: (step) => `${step} unerreichbar`,
    shared: "gemeinsamer Preis",
    free: "kostet nichts",
    held: (price, step) => `gehalten · ≥ ${price} nat für ${step}`,
    heldFree: "gehalten · kostet nichts",
    out: "ausgelassen",
    constant: "immer gleich",
    edge: "am Rand kein Preis",
  },
  valueText: (target, unit, verdict) => `${target} ${unit}, ${verdict}`,
  heldText: (level) => `auf heutigem Niveau gehalten, ${level}`,
  verdicts: {
    reachable: "erreichbar",
    thin: "erreichbar, auf schmaler Basis",
    boundary: "am Rand des Erreichbaren",
    "out-of-reach": "unerreichbar",
    "not-settled": "nicht entschieden",
    waiting: "wird berechnet",
  },
};
