import type { Catalogue } from "../en.ts";
import { lists } from "../join.ts";
import { counted } from "../plural.ts";

const list = lists("de");

/** What leaves the page: the Export menu, what is said in every file, and the page that is printed. Numbers arrive formatted. */
export const exports: Catalogue["exports"] = {
  action: "Export",
  title: "Export: Dateien dieser Palette",
  waiting: "Noch gibt es nichts auszugeben: Die Antworten werden gerade gelesen.",
  pictures: "Unter jedem Bild steht „Speichern als“.",
  closest:
    "Die Palette ist unerreichbar; diese Dateien gehören deshalb zur nächsten sicheren Mischung und sagen das auch.",
  noMix:
    "Es gibt keine Mischung zum Weitergeben: Die auf heutigem Niveau gehaltenen Werte widersprechen sich schon untereinander, oder die Suche ist nicht entschieden.",
  headings: {
    report: "Der Bericht",
    answers: "Jede Antwort mit ihrem Gewicht",
    reward: "Der Reward, der dorthin führt",
  },
  items: {
    print: { name: "Zusammenfassung auf einer Seite", detail: "zum Drucken oder als PDF" },
    json: { name: "Bericht, JSON", detail: "Urteil und Zahlen mit allen Stellen" },
    csv: { name: "Gewichte, CSV", detail: "eine Zeile je Antwort" },
    parquet: { name: "Gewichte, Parquet", detail: "dasselbe, kleiner und mit Typen" },
    reward: { name: "Training, Python", detail: "Reward-Funktion für TRL: GRPO, PPO" },
    resampler: { name: "Decoding, Python", detail: "behält eine von k Antworten" },
    command: { name: "Befehlszeile", detail: "für das Programm der MAP-Autoren" },
    latex: { name: "Tabelle, LaTeX", detail: "im Aufbau der Veröffentlichung" },
  },
  progress: {
    label: (name) => `${name} wird geschrieben…`,
    rows: (done, of) => `${done} von ${of} Antworten`,
    stop: "Anhalten",
  },
  files: {
    app: "value-palette",
    report: "bericht",
    weights: "gewichte",
    reward: "reward",
    resampler: "resampler",
    command: "map-befehl",
    latex: "tabelle",
    synthetic: "kuenstlich",
    inSample: "in-der-stichprobe",
    closest: "naechste-sichere-mischung",
  },
  dataName: (name, synthetic) =>
    synthetic ? `${name} (kalibrierte, künstliche Stichprobe)` : name,
  notes: {
    synthetic:
      "Eine kalibrierte, künstliche Stichprobe enthält erfundene Zahlen, so gezogen, dass Mittelwerte und Zusammenhänge denen der öffentlichen MAP-Daten gleichen; kein Modell hat diese Antworten gegeben.",
    inSample: "In der Stichprobe: gemessen an eben den Antworten, die gewichtet werden.",
    closest: (share) =>
      `Die Palette ist unerreichbar; dies ist die nächste sichere Mischung, ${share} des Wegs zu ihr.`,
    boundary:
      "Die Palette liegt genau am Rand des Erreichbaren: λ ist nur eine Richtung, die Abweichung ein Grenzwert.",
    unsettled:
      "Nicht entschieden: Die Suche hat die Palette weder erfüllt noch als unerreichbar bewiesen.",
    outOfReach:
      "Die Palette ist unerreichbar, und die auf heutigem Niveau gehaltenen Werte widersprechen sich.",
    met: "Das ursprüngliche Modell erfüllt alle Ziele: Nichts muss sich ändern, λ ist 0.",
    perPrompt: "Jeder Prompt ist für sich gewichtet.",
    sampled: (rows, of) => `Eine zufällige Stichprobe von ${rows} der ${of} Zeilen der Datei.`,
    dropped: (rows) => `Beim Einlesen ausgelassene Zeilen: ${rows}.`,
    sketch: (from, of) =>
      `Bilder so vieler Antworten sind aus einem Teil gezeichnet, ${from} von ${of}.`,
  },
  caption: {
    data: (name, rows) => `${name}, ${rows} Antworten`,
    palette: (targets, held) =>
      [
        ...(targets.length > 0 ? [`Palette: ${targets.join(", ")}`] : []),
        ...(held.length > 0 ? [`auf heutigem Niveau gehalten: ${list(held)}`] : []),
      ].join("; "),
    target: (label, level, lowerIsBetter) => `${label} ${lowerIsBetter ? "≤" : "≥"} ${level}`,
    drift: (kl, ess) =>
      `Abweichung ${kl} nat, getragen von ${counted("Antwort", "Antworten")(ess)}`,
    made: (place) =>
      `Mit Value Palette gemacht, ${place}. Der Link zu dieser Palette steckt in der Datei.`,
  },
  latex: {
    original: "Ursprüngliches Modell",
    mean: "Mittelwert",
    quantile: (percent) => `${percent}-%-Quantil`,
    palette: "Palette",
    target: "Ziel",
    targetQuantile: "als Quantil von heute, %",
    mix: "Mischung",
    level: "Erreichtes Niveau",
    levelQuantile: "als Quantil von heute, %",
    price: "Preis",
    caption: (data, kl, ess, rows) =>
      `Value Palette auf ${data}: Abweichung ${kl} nat vom ursprünglichen Modell, getragen von ${ess} von ${rows} Antworten.`,
  },
  print: {
    columns: {
      value: "Wert",
      part: "Macht mit",
      before: "Heute",
      target: "Ziel",
      quantile: "Ziel als Quantil",
      after: "Erreicht",
      price: "Preis λ zunächst, nat je Einheit",
    },
    parts: { target: "mit Ziel", hold: "auf heutigem Niveau gehalten", out: "ausgelassen" },
    lowerIsBetter: "weniger ist besser",
    free: "kostet nichts",
    none: "–",
    levels: "Niveaus sind mittlere Bewertungen in den Einheiten der Daten.",
    link: "Diese Palette öffnen",
  },
};
