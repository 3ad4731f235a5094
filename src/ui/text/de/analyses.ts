import type { Catalogue } from "../en.ts";
import { lists } from "../join.ts";
import { counted } from "../plural.ts";

const list = lists("de");

const answers = counted("Antwort", "Antworten");

/** The panels below the pictures. Numbers arrive formatted; text between ** is set in bold. */
export const analyses: Catalogue["analyses"] = {
  heading: "Auswertungen",
  tabs: {
    compare: "Vergleich",
    tradeOffs: "Abwägung",
    sequential: "Nacheinander",
    pairs: "Paare",
    distributions: "Verteilungen",
    mixes: "Mischungen",
    trust: "Verlässlichkeit",
    answers: "Antworten",
  },
  opening: (name) => `${name} wird geöffnet…`,
  status: {
    running: "Wird berechnet",
    cancel: "Anhalten",
    cancelled: "Angehalten.",
    again: "Neu beginnen",
    failed: (detail: string) =>
      detail ? `Das ließ sich nicht berechnen: ${detail}.` : "Das ließ sich nicht berechnen.",
    tryAgain: "Noch einmal versuchen",
  },
  waiting: "Wird berechnet…",
  closest: "Die Palette ist unerreichbar; diese Zahlen gehören zur nächsten sicheren Mischung.",
  outOfReach:
    "Die Palette ist unerreichbar und hat deshalb keine Preise. Zuerst hilft einer der Vorschläge unter dem Urteil.",
  toSuggestions: "Vorschläge zeigen",
  nothingAsked:
    "Nichts liegt über dem heutigen Niveau. Zuerst braucht mindestens ein Wert ein Ziel.",
  lambdaUnit: "λ, nat je Einheit",
  tradeOffs: {
    lead: "Exakt gerechnet, nicht nur näherungsweise: Die übrigen Werte bleiben, wo sie sind, und ein einziger zahlt. Wo sich so nicht tauschen lässt, steht, warum.",
    prices: "Preis und Gewinnquote jedes Werts",
    columns: { value: "Wert", price: "Preis eines Schritts mehr", winRate: "Gewinnt gegen heute" },
    price: (nats, step) => `${nats} nat für ${step}`,
    beyond: (step) => `${step} ist unerreichbar`,
    shared: "gemeinsamer Preis",
    free: "kostet nichts",
    out: "ausgelassen",
  },
  strength: {
    label: "Gesamtstärke",
    slider: "Gesamtstärke der Palette",
    now: (nats, ess) => `${nats} nat · ${answers(ess)}`,
    valueText: (share, nats, ess) =>
      `${share} des Wegs zum Rand, Abweichung ${nats} nat, getragen von ${answers(ess)}`,
    beyond: "jenseits des Rands",
    edge: "Rand",
    none: "kein Ziel über dem heutigen Niveau",
    nats: "nat",
  },
  compare: {
    lead: "Eine Palette als [Szenario](scenario) merken, etwas ändern und beides nebeneinander sehen. Niveaus lassen sich auch als [Quantile](quantile) lesen.",
    keep: "Palette merken",
    name: "Name des Szenarios",
    current: "jetzt",
    original: "ursprünglich",
    units: "Niveaus als",
    raw: "Rohwerte",
    quantiles: "Quantile",
    columns: {
      scenario: "Szenario",
      drift: "Abweichung, nat",
      ess: "Antworten",
      reference: "Bezug",
      actions: "Ändern",
    },
    verdicts: {
      reachable: "erreichbar",
      thin: "erreichbar, auf schmaler Basis",
      boundary: "am Rand des Erreichbaren",
      "out-of-reach": "unerreichbar; gezeigt wird die nächste sichere Mischung",
      "not-settled": "nicht entschieden",
    },
    closest: "✕ ist unerreichbar: Die Zeile zeigt die nächste sichere Mischung.",
    caption: "Erreichte Niveaus aller Szenarien",
    reference: (name) => `Die anderen mit ${name} vergleichen`,
    noReference: "kein Bezug",
    restore: "Zurückholen",
    restoreNamed: (name) => `${name} zurückholen`,
    earlier: (name) => `${name} nach oben`,
    later: (name) => `${name} nach unten`,
    rename: (name) => `Name von ${name}`,
    delete: (name) => `${name} löschen`,
    deleted: (name) => `${name} gelöscht.`,
    undo: "Rückgängig",
    empty:
      "Noch nichts gemerkt. Palette merken, einen Regler verschieben – und beides steht hier nebeneinander.",
  },
  sequential: {
    lead: "Ein Wert nach dem anderen wird für sich ausgerichtet, in der Reihenfolge der Palette, die übrigen bleiben dabei fest. Eine Runde reicht nicht, doch mit jeder weiteren rückt näher, was alle zusammen erreichen.",
    show: "Anzeigen",
    levels: "Niveaus",
    prices: "Preise λ",
    outOfReach:
      "Was alle zusammen nicht erreichen, erreicht auch einer nach dem anderen nicht: Die Palette ist unerreichbar. Zuerst hilft einer der Vorschläge unter dem Urteil.",
  },
  pairs: {
    lead: "Jedes Paar von Werten, die übrigen auf ihren Zielen. Ein Klick zeigt das Paar oben in groß.",
    progress: (done, all) => `${done} von ${all} Paaren`,
  },
  distributions: {
    lead: "Ein Wert in groß: wie die Antworten heute und in der neuen Mischung verteilt sind, mit [Quantilen](quantile) und [Gewinnquote](winRate).",
    value: "Wert",
    shape: "Gezeichnet als",
    density: "Dichte",
    histogram: "Histogramm",
    ecdf: "aufsummiert",
    winRate: (rate) =>
      `Eine Antwort der neuen Mischung schlägt eine heutige in **${rate}** der Fälle.`,
    quantile: (p, before, after) => `${p}: ${before} → ${after}`,
  },
  mixes: {
    view: "Bild",
    cloud: "Zufällige Mischungen",
    lambda: "λ-Raum",
    linear: "Linear genügt",
    cloudLead:
      "Wohin zufällige lineare Mischungen führen: Jeder Punkt ist eine Mischung der Werte mit Gewichten [λ](lambda), gezeichnet bei den Niveaus, die sie erreicht. Pfeile gehen von heute zur Palette und zu jedem Wert allein.",
    lambdaLead:
      "Zufällige Mischungen der Werte an den Achsen und keiner anderen, nach ihren Gewichten [λ](lambda). Hervorgehoben sind jene, die keinen der gemischten Werte unter das heutige Niveau drücken; was aus den anderen wird, ist nicht gefragt. Drei Werte gibt es auch flach, längs der ersten beiden.",
    linearLead:
      "Zu jeder raffinierteren Art, Werte zu verrechnen – hier drei davon –, gibt es eine einfache gewichtete Summe, die mindestens dieselben Niveaus erreicht und nicht stärker abweicht.",
    axes: "Achsen",
    raw: "Rohwerte",
    quantiles: "Quantile",
    among: "Werte an den Achsen",
    two: "zwei Werte",
    three: "drei Werte",
    projected: "drei, flach",
    kinds: {
      min: "der schlechteste zählt",
      "soft-min": "weiches Minimum",
      "product-of-sigmoids": "Produkt von Sigmoiden",
      formula: "eigene Formel",
    },
    named: (kind, strength) => `${kind}, × ${strength}`,
    formula: "Eigene Formel",
    formulaHint: (example) => `zum Beispiel ${example}`,
    formulaWrong: {
      "too-long": (_, [most]) => `Höchstens ${most} Zeichen, bitte.`,
      "too-deep": () => "Zu viele Klammern ineinander.",
      "unknown-sign": (at) => `Das Zeichen an Stelle ${at} bedeutet hier nichts.`,
      "unknown-name": (at, names) =>
        `Den Namen an Stelle ${at} trägt kein Wert dieser Daten. Es gibt ${list(names)}.`,
      "unknown-function": (at, names) =>
        `Die Funktion an Stelle ${at} ist unbekannt. Es gibt ${list(names)}.`,
      "wrong-arguments": (at, [count]) =>
        `Die Funktion an Stelle ${at} braucht ${count === "1" ? "eine Zahl" : `${count} Zahlen`}.`,
      "operand-expected": (at) => `An Stelle ${at} fehlt eine Zahl, ein Name oder eine Funktion.`,
      "sign-expected": (at, [sign]) => `An Stelle ${at} fehlt „${sign}“.`,
      "end-expected": (at) => `Vor Stelle ${at} müsste die Formel zu Ende sein.`,
    },
    formulaUnusable: "Für manche Antworten ergibt die Formel keinen Wert.",
    few: "Eine Mischung braucht zwei Werte, die mitmachen.",
    natsPer: "nat je Einheit",
  },
  trust: {
    lead: "Die Antworten sind eine Stichprobe. Hier steht, wie sehr sich die Zahlen mit anderen Antworten derselben Art ändern würden und was die Auswahl einer von mehreren Antworten bringt.",
    sentence: (name, level, error, target) =>
      `Bei ungesehenen Antworten erreicht ${name} **${level} ± ${error}**; das Ziel war ${target}.`,
    sentenceThin: (ess) =>
      `Nur etwa ${ess} Antworten tragen die Mischung in jedem gemessenen Teil: zu wenige für ein Urteil, und sie ziehen die Zahl zum heutigen Niveau zurück.`,
    more: "Wie verlässlich ist das?",
    outOfReach:
      "Die Palette ist unerreichbar, es gibt also noch nichts zu prüfen. Zuerst hilft einer der Vorschläge unter dem Urteil.",
    intervals: "90‑%‑Intervalle",
    levels: "Niveaus, die diese Mischung wirklich erreichen würde",
    prices: "Preise λ",
    drift: "Abweichung",
    nats: "nat",
    narrow:
      "Bei so starker Abweichung oder so wenigen Antworten sind solche Intervalle erfahrungsgemäß **eher zu schmal**: Die der Niveaus enthalten die wahre Zahl womöglich in weniger als 85 von 100 Fällen.",
    withinPrompts:
      "Sie gelten für andere Prompts mit ebenso vielen Antworten. Bei mehr Antworten je Prompt fielen die Preise niedriger aus.",
    checkAgrees: (times, most) =>
      `Geprüft, indem die Antworten ${times}-mal neu gezogen wurden: Preise und Abweichung streuen, wie die Intervalle es sagen, auf ${most} genau.`,
    checkAgreesNarrow: (times, most) =>
      `${times}-mal neu gezogen, streuen die Antworten auf ${most} genau ebenso. Beides ruht aber auf denselben wenigen Antworten: Bei dieser Abweichung sind solche Intervalle **eher zu schmal**.`,
    checkWider: (times, name, ratio) =>
      `${times}-mal neu gezogen, streut ${name} **${ratio}-mal so weit**, wie die Intervalle sagen. Glaubwürdiger ist die weitere Angabe.`,
    checkTighter: (times, name, ratio) =>
      `${times}-mal neu gezogen, streut ${name} nur ${ratio}-mal so weit, wie die Intervalle sagen.`,
    checkLost: (lost, times) =>
      `In **${lost} von ${times}** solcher Ziehungen war die Palette unerreichbar.`,
    checkNone: "Bei so vielen Antworten entfällt die Prüfung durch neues Ziehen.",
    heldOut: "Bei ungesehenen Antworten",
    heldOutLead: (folds, of) =>
      `Angepasst an neun Zehntel der Antworten, gemessen am Rest, reihum (${folds} von ${of} Teilen waren erreichbar). Mittelwert ± Standardfehler.`,
    heldOutThin: (ess) =>
      `In einem Teil tragen nur etwa ${ess} Antworten die Mischung: So wenige ziehen diese Niveaus zum heutigen zurück, und ± deckt das nicht ab. Die Mischung würde mehr erreichen.`,
    heldOutNone:
      "Auf Teilen der Antworten ist die Palette nicht erreichbar, deshalb gibt es keine Zahl.",
    columns: {
      value: "Wert",
      heldOut: "Ungesehene Antworten",
      target: "Ziel",
      inSample: "In der Stichprobe",
    },
    forecast: "Wenn eine von k Antworten ausgewählt wird",
    forecastLead: (needed) =>
      `Niveaus, die zu erwarten sind, wenn die Mischung die beste von k Antworten auswählt. Mindestens [${needed} Antworten je Prompt](needed) sind nötig. Antworten auf verschiedene Prompts werden dabei gemeinsam gezogen, das ist also **optimistisch**.`,
    forecastWithin:
      "Niveaus, die zu erwarten sind, wenn die Mischung die beste von k Antworten auf denselben Prompt auswählt; ein Prompt mit weniger Antworten gibt alle, die er hat. Mit allen Antworten auf jeden Prompt ist das die Mischung selbst, eine nötige Zahl von Antworten gibt es also nicht.",
  },
  answers: {
    lead: "Die Antworten, die von der Mischung am stärksten gehoben und gesenkt werden.",
    noTextInFile:
      "Diese Datei enthält keine Antworttexte zum Lesen. Mit einer Spalte dafür, auf der Seite „Daten“ als „Antworttext“ verwendet, steht hier, welche Antworten die Mischung hebt und senkt.",
    noText:
      "Dies ist eine kalibrierte, künstliche Stichprobe: Sie enthält nur Zahlen, keine Antworten zum Lesen. Eine eigene Datei mit einer Spalte für Antworttexte zeigt, welche die Mischung hebt und senkt.",
    order: "Zuerst",
    orders: {
      lifted: "am stärksten gehoben",
      lowered: "am stärksten gesenkt",
      prompts: "Favorit jedes Prompts",
    },
    promptCount: (count) => `Die Favoriten zu ${count} Prompts`,
    share: (before, after) => `${before} → ${after} seines Prompts`,
    whole: "Eine Antwort",
    search: "In den Texten suchen",
    count: (found, all) => `${found} von ${all} Antworten`,
    weight: (before, after) => `Gewicht ${before} → ${after}`,
    factor: (times) => `× ${times}`,
    list: "Antworten, je nachdem, wie stark sie gehoben werden",
    none: "Keine Antwort enthält diesen Text.",
    prompt: (prompt) => `auf: ${prompt}`,
  },
  mode: {
    label: "Prompts",
    pooled: "alle Antworten zusammen",
    "per-prompt": "jeder Prompt für sich",
    pooledHint: "Gewicht darf von einem Prompt zum anderen wandern.",
    perPromptHint:
      "Gewicht wandert nur zwischen Antworten auf denselben Prompt; das kostet mindestens ebenso viel.",
    few: (median) =>
      `Die Hälfte der Prompts hat höchstens ${median} Antworten; unter 8 fallen die Preise zu hoch aus.`,
    lonely: (single, prompts) =>
      `Jeder Prompt für sich sagt hier wenig: ${single} von ${prompts} Prompts haben eine einzige Antwort, da gibt es nichts auszuwählen.`,
  },
  region: {
    others: "Übrige Werte",
    targets: "übrige auf Ziel",
    free: "frei",
    behind: (weights) => `λ: ${weights}`,
    hull: "am Rand: kein endliches λ",
    weight: (name, lambda) => `${name} ${lambda}`,
    nothing: "alle 0",
  },
};
