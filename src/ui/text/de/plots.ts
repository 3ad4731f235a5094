import type { Catalogue } from "../en.ts";

/** Words on and about the figures. Numbers arrive already written. */
export const plots: Catalogue["plots"] = {
  numbers: "Als Tabelle",
  save: {
    as: "Speichern als",
    formats: {
      svg: "SVG, als Zeichnung in jeder Größe",
      png: "PNG, als Bild",
      csv: "CSV, die Zahlen",
    },
  },
  axisTitle: (label, unit, lowerIsBetter) =>
    `${label} (${unit}${lowerIsBetter ? ", weniger ist besser" : ""})`,
  withUnit: (value, unit) => `${value} ${unit}`,
  valueNow: (label, value) => `${label} ${value}`,
  reach: {
    reachable: "erreichbar",
    thin: "erreichbar, auf schmaler Basis",
    "out-of-reach": "unerreichbar",
    unsettled: "nicht entschieden",
  },
  region: {
    title: (x, y) => `Was von ${x} und ${y} erreichbar ist`,
    today: "heute",
    palette: "Palette",
    realised: "erreicht",
    closestSafeMix: "nächste sichere Mischung",
    alone: (label) => `${label} allein`,
    nats: (_, written) => `${written} nat`,
    beyond: {
      pooled: "für jede Mischung dieser Antworten unerreichbar",
      "per-prompt": "unerreichbar, wie man auch unter den Antworten je Prompt auswählt",
    },
    beyondShort: "unerreichbar",
    hatched: "durch die übrigen Ziele unerreichbar",
    hatchedShort: "die übrigen verbieten es",
    empty:
      "Schon die Ziele der übrigen Werte widersprechen sich, deshalb ist bei diesen beiden nichts erreichbar. Einen der übrigen senken oder auslassen hilft.",
    summary: (s) =>
      `${s.x} läuft nach rechts, ${s.y} nach oben. Heute: ${s.today}. Die Palette verlangt ${s.asked}: ${s.reach}. Erreicht: ${s.realised}. ` +
      (s.most === null
        ? "Schon die Ziele der übrigen Werte widersprechen sich."
        : `Mit den übrigen Werten auf ihren Zielen erreicht ${s.mode === "pooled" ? "eine Mischung" : "eine Auswahl unter den Antworten auf jeden Prompt"} höchstens ${s.most}. Höhenlinien der Abweichung: ${s.budgets}.`),
    fronts: "Punkte der Höhenlinien",
    frontsRole: "Punkte auf Höhenlinien",
    frontPoint: (drift, x, y) => `${drift}: ${x}, ${y}`,
    adopt: "ein Klick macht es zur Palette",
    adoptKey: "die Eingabetaste macht es zur Palette",
    target: "Ziel",
    targetRole: "Regler in zwei Richtungen",
    targetText: (x, y, reach) => `${x}, ${y}: ${reach}`,
    columns: { point: "Punkt", drift: "Abweichung, nat" },
    edge: (n) => `Rand, übrige auf ihren Zielen, ${n}`,
    edgeFree: (n) => `Rand, übrige frei, ${n}`,
    front: (n) => `Front, ${n}`,
  },
  ridges: {
    title: "Verteilungen vorher und nachher, eine Zeile je Wert",
    change: (before, after) => `${before} → ${after}`,
    summary: (label, before, after, target) =>
      `${label}: Mittelwert ${before} vorher, ${after} nachher${target === null ? "" : `, Ziel ${target}`}.`,
    before: "vorher",
    after: "nachher",
    means: "ihre Mittelwerte",
    target: "Ziel",
    unit: (unit) => `nach rechts: ${unit}`,
    columns: {
      value: "Wert",
      before: "Mittelwert vorher",
      after: "Mittelwert nachher",
      target: "Ziel",
      least: "Kleinster",
      greatest: "Größter",
      unit: "Einheit",
    },
    none: "–",
  },
  track: {
    summary: (s) =>
      `${s.label}: Mittelwert ${s.before} vorher, ${s.after} jetzt` +
      (s.most === null
        ? ""
        : `; die übrigen Ziele lassen ${s.lowerIsBetter ? "nicht weniger" : "nicht mehr"} als ${s.most} zu`),
  },
};
