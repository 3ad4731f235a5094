import type { Catalogue } from "../en.ts";
import { lists } from "../join.ts";
import { counted, plurals } from "../plural.ts";

const plural = plurals("de");
const list = lists("de");

/** Words on and about the figures of the deeper panels. Numbers arrive already written. */
export const figures: Catalogue["figures"] = {
  none: "–",
  withUnit: (label, unit) => `${label} (${unit})`,
  plusMinus: (value, error) => `${value} ± ${error}`,
  at: (label, value) => `${label} ${value}`,
  rounds: {
    title: "Werte nacheinander ausgerichtet, Runde für Runde",
    round: "Runde",
    start: "0 (heute)",
    simultaneous: "Alle zusammen",
    key: "Nach rechts: Runden, in denen ein Wert nach dem anderen drankommt. Gestrichelt: alle Werte zusammen.",
    empty:
      "Noch keine Runden. Mit einer Palette zeigt sich, wie man ihr Wert für Wert näher kommt.",
    summary: (label, from, to, rounds, simultaneous) =>
      `${label}: von ${from} auf ${to} in ${rounds} ${plural(rounds, "Runde", "Runden")}; alle zusammen ${simultaneous}.`,
  },
  forecast: {
    title: "Zu erwartende Niveaus, wenn eine von k Antworten ausgewählt wird",
    draws: "Gezogene Antworten, k",
    error: (label) => `± ${label}`,
    target: "Ziel",
    key: "Nach rechts: gezogene Antworten je Prompt, k. Band: zwei Standardfehler der Simulation. Gestrichelt: Ziel.",
    empty: "Noch keine Vorhersage.",
    summary: (label, first, last, least, most, target) =>
      `${label}: ${first} mit ${counted("Antwort", "Antworten")(least)}, ${last} mit ${most}${target === null ? "" : `; Ziel ${target}`}.`,
  },
  intervals: {
    title: "Wie sicher die Zahlen sind: 90‑%‑Intervalle",
    columns: {
      name: "Größe",
      estimate: "Schätzung",
      low: "Unteres Ende",
      high: "Oberes Ende",
      reference: "Zum Vergleich",
    },
    summary: (label, estimate, low, high, reference) =>
      `${label}: ${estimate}, zwischen ${low} und ${high}${reference === null ? "" : `; zum Vergleich ${reference}`}.`,
    range: (low, high) => `${low} bis ${high}`,
    key: "Jeder Balken ist in seiner eigenen [SD](sd) gezeichnet, damit sich Breiten vergleichen lassen. ◇: Ziel.",
    priceKey:
      "Preise sind je [SD](sd) ihres Werts gezeichnet, die Abweichung in nat, damit sich Breiten vergleichen lassen.",
    empty: "Noch keine Intervalle.",
  },
  mixes: {
    title:
      "Linear genügt: die Abweichung anderer Mischungen und der linearen, die mit ihnen gleichzieht",
    key: "○ die Mischung, ● die lineare Mischung, die mindestens dieselben Niveaus erreicht.",
    unit: "nat",
    instead: (mixed) => `statt ${mixed}`,
    empty: "Noch keine Mischungen.",
    columns: {
      mix: "Mischung",
      mixed: "Ihre Abweichung, nat",
      linear: "Lineare Abweichung, nat",
      saved: "Unterschied",
    },
    summary: (label, mixed, linear) =>
      `${label}: ${mixed} nat; die lineare Mischung mit mindestens denselben Niveaus: ${linear} nat.`,
  },
  cloud: {
    title: (x, y) => `Zufällige Mischungen: ${x} und ${y}`,
    palette: "Palette",
    today: "heute",
    alone: (label) => `${label} allein`,
    quantile: "Quantil von heute",
    empty: "Noch keine Mischungen gezogen.",
    summary: (count, x, y, xs, ys) =>
      `${count} zufällige Mischungen. ${x} läuft nach rechts, von ${xs}; ${y} nach oben, von ${ys}.`,
    range: (low, high) => `${low} bis ${high}`,
    columns: { point: "Punkt", quantile: "Anteil der Mischungen bis hierher" },
  },
  lambda: {
    title: (labels) => `λ-Raum: ${labels}`,
    palette: "Palette",
    axis: (label, unit) => `λ ${label} (${unit})`,
    desirable: "kein gemischter Wert unter heute",
    other: "ein gemischter Wert unter heute",
    empty: "Noch keine Mischungen gezogen.",
    share: (share) =>
      `${share} dieser Mischungen drücken keinen gemischten Wert unter das heutige Niveau.`,
    summary: (count, share, palette) =>
      `${count} zufällige Mischungen; ${share} davon drücken keinen gemischten Wert unter das heutige Niveau.${palette === null ? "" : ` Palette: ${palette}.`}`,
    turn: "Bild drehen",
    turnRole: "drehbares Bild",
    turned: (yaw, pitch) => `um ${yaw}° gedreht, um ${pitch}° gekippt`,
    columns: { quantity: "Größe", value: "Wert" },
    count: "Gezogene Mischungen",
    shareName: "Kein gemischter Wert unter heute",
  },
  distribution: {
    title: (label) => `Verteilung von ${label}`,
    before: "vorher",
    after: "nachher",
    density: "Anteil der Antworten je Einheit der Bewertung",
    histogram: "Anteil der Antworten je Klasse",
    ecdf: "Anteil der Antworten bis hierher",
    mean: "Mittelwert",
    target: "Ziel",
    quantile: (p) => `Quantil ${p}`,
    means: "ihre Mittelwerte",
    targetKey: "Ziel",
    ticks: (quantiles) => `Striche: Quantile ${quantiles}`,
    columns: { what: "Was", before: "Vorher", after: "Nachher" },
    summary: (label, before, after, target) =>
      `${label}: Mittelwert ${before} vorher, ${after} nachher${target === null ? "" : `, Ziel ${target}`}.`,
  },
  pairs: {
    title: "Was erreichbar ist, für jedes Paar von Werten",
    choose: (x, y) => `${x} und ${y} in groß zeigen`,
    pending: "wird berechnet",
    conflict: "die übrigen widersprechen sich",
    empty: "Ein Paar braucht zwei Werte. Es fehlt noch einer, der mitmacht.",
    columns: {
      pair: "Paar (nach rechts, nach oben)",
      across: "Höchstens nach rechts",
      up: "Höchstens nach oben",
    },
    pair: (x, y) => `${x}, ${y}`,
  },
  tradeOff: {
    title: "Einen Wert anheben: Was muss ein anderer hergeben, damit die Abweichung gleich bleibt?",
    raised: "Angehoben",
    raise: (label, by) => `${label} um ${by} anheben`,
    corner: "",
    gaps: {
      free: { short: "gratis", long: "nichts zu geben: Er kostet nichts" },
      beyond: {
        short: "unerreichbar",
        long: "so weit anzuheben ist unerreichbar, was dieser Wert auch hergibt",
      },
      "not-enough": {
        short: "reicht nicht",
        long: "selbst wenn dieser Wert alles hergibt, bleibt die Abweichung größer",
      },
    },
    same: "derselbe Wert",
    empty: "Ein Tausch braucht zwei Werte mit einem Ziel; hier hat nur einer eines.",
    allFree: "Hier ist nichts zu tauschen: Jeden dieser Werte ein wenig anzuheben kostet nichts.",
    free: (names) =>
      `${list(names)} ein wenig anzuheben kostet nichts; deshalb ${plural(names.length, "fehlt die Zeile", "fehlen die Zeilen")}.`,
  },
  radar: {
    title: "Erreichte Niveaus als Quantile von heute",
    columns: { value: "Wert" },
    few: "Ein Netz braucht drei Werte. Tabelle und parallele Achsen zeigen auch weniger.",
    empty: "Mit einer gemerkten Palette lässt sich hier vergleichen.",
    summary: (label, levels) => `${label}: ${levels}.`,
  },
  parallel: {
    title: "Szenarien nebeneinander",
    key: "Jede Achse in ihrer eigenen Einheit, oben ist besser.",
    columns: { value: "Wert" },
    empty: "Mit einer gemerkten Palette lässt sich hier vergleichen.",
  },
};
