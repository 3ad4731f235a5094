import type { Catalogue } from "../en.ts";
import { formatList } from "../format-names.ts";
import { lists } from "../join.ts";
import { plurals } from "../plural.ts";

const list = lists("de");

const plural = plurals("de");

/** The Data page. Numbers arrive formatted. */
export const data: Catalogue["data"] = {
  title: "Daten",
  samples: {
    title: "Kalibrierte Stichproben",
    lead: "Erfundene Zahlen zum Üben, so gezogen, dass Mittelwerte und Zusammenhänge denen der öffentlichen MAP-Daten gleichen. Antworttexte gibt es nicht.",
    size: (name) => `Größe von ${name}`,
    answers: (rows) => `${rows} Antworten`,
    use: "Diese Stichprobe verwenden",
    useNamed: (name) => `Die Stichprobe ${name} verwenden`,
    current: "in Gebrauch",
  },
  file: {
    title: "Eigene Datei",
    drop: "Eine Datei hierher ziehen, auch mehrere, die zusammengehören, oder",
    choose: "eine Datei wählen",
    another: "eine andere Datei wählen",
    formats: `${formatList("de")}, auch gepackt (gzip, zip): eine Zeile je Antwort, eine Zahl je Wert. Prompts und Antworttexte dürfen dabei sein.`,
    privacy:
      "Die Datei wird in diesem Browser gelesen und geht nirgendwo anders hin. Die letzten vier verwendeten bleiben hier für den nächsten Besuch, bis sie auf dieser Seite vergessen werden.",
    dropHere: "Loslassen, um die Datei zu lesen",
    reading: (name) => `${name} wird gelesen…`,
    readSoFar: (done, all, rows) =>
      rows === "0" ? `${done} von ${all} MB` : `${done} von ${all} MB, ${rows} Zeilen`,
    sorting: "Zeilen werden geordnet…",
    cancel: "Abbrechen",
    large: (name, mb) =>
      `${name} hat ${mb} MB. Die Datei lässt sich ganz verwenden, oder es bleibt nur eine zufällige Stichprobe ihrer Zeilen, das geht flüssiger. Gelesen wird sie in jedem Fall einmal ganz.`,
    largeSample: (rows) => `Zufällige Stichprobe von ${rows} behalten`,
    largeAll: "Ganz verwenden",
    crashed: (name) =>
      `Beim Lesen von ${name} ist der Speicher ausgegangen oder etwas stehen geblieben. Ein kleinerer Teil der Datei hilft. Die zuvor geladenen Antworten sind noch in Gebrauch.`,
    refused: (name) => `${name} ist noch nicht zu gebrauchen.`,
    kept: "Die zuvor geladenen Antworten sind noch in Gebrauch.",
  },
  address: {
    title: "Aus dem Web",
    label: "Adresse einer Datei",
    example: "https://example.org/answers.csv",
    fetch: "Holen",
    note: "Die Seite fragt die genannte Website nach dieser einen Datei. Von den eigenen Daten geht dabei nichts mit.",
    paper: (host) =>
      `Die Daten der MAP-Veröffentlichung mit ihren Texten; die Auswahl fragt ${host} danach:`,
    paperFile: (name, mb) => `${name}, ${mb} MB`,
    fetching: (name, host) => `${name} wird von ${host} geholt…`,
    soFar: (done, all) => (all === null ? `bisher ${done} MB` : `${done} von ${all} MB`),
    failed: (address) => `${address} ließ sich nicht holen.`,
    failures: {
      "no-address":
        "Das ist keine Adresse einer Datei im Web. Eine solche sieht aus wie https://example.org/answers.csv und enthält weder Namen noch Kennwort.",
      framed:
        "Diese Seite steht in einer fremden Website, dort fragt sie keine andere. In einem eigenen Tab geöffnet, geht es.",
      "not-typed": "Gefragt werden nur Websites, deren Adresse hier eingegeben wurde.",
      insecure:
        "Sie beginnt mit http://, diese Seite kam jedoch verschlüsselt: Dann erlauben Browser nur verschlüsselte Adressen. Vielleicht geht es mit https://, sonst die Datei herunterladen und hierher ziehen.",
      redirected:
        "Die Website leitet an eine andere Adresse weiter, die hier niemand eingegeben hat, deshalb wird ihr nicht gefolgt. In einem neuen Tab geöffnet, lädt die Datei herunter und lässt sich dann hierher ziehen.",
      offline:
        "Dieses Gerät ist offline. Mit Verbindung klappt es vielleicht, oder mit einer Datei, die schon hier ist: Alles andere geht auch ohne Netz.",
      unreachable: (host) =>
        `${host} gab keine Antwort, die diese Seite lesen darf. Entweder ist die Website nicht erreichbar (Adresse und Verbindung prüfen), oder sie lässt keine andere Seite ihre Dateien lesen (CORS); das kann nur ihr Betreiber ändern. Öffnet sich die Adresse in einem neuen Tab, dann die Datei dort herunterladen und hierher ziehen.`,
      cancelled: "Abgebrochen.",
      status: (status) =>
        status === 404 || status === 410
          ? `Unter dieser Adresse gibt es nichts (Status ${status}). Stimmt die Schreibweise, und ist die Datei öffentlich?`
          : status === 401 || status === 403
            ? `Die Website verlangt dafür eine Anmeldung (Status ${status}). Dort herunterladen und die Datei hierher ziehen.`
            : status === 429
              ? `Die Website wurde zu oft gefragt (Status ${status}). In einer Minute geht es vielleicht wieder.`
              : status >= 500
                ? `Die Website hat selbst eine Störung (Status ${status}). Später noch einmal versuchen.`
                : `Statt der Datei kam Status ${status}. Adresse prüfen, oder die Datei dort herunterladen und hierher ziehen.`,
      "web-page":
        "Sie führt auf eine Webseite, nicht zur Datei selbst. Dort gibt es meist einen Link „Raw“ oder „Download“, dessen Adresse die richtige ist.",
      "too-large": (mb) =>
        `Die Datei hat ${mb} MB, mehr, als sich holen lässt. Herunterladen und hierher ziehen, oder nur einen Teil holen.`,
      interrupted: (mb) =>
        `Nach ${mb} MB brach die Verbindung ab. Noch einmal versuchen; bricht sie wieder ab, die Datei herunterladen und hierher ziehen.`,
    },
  },
  inUse: {
    title: "Jetzt in Gebrauch",
    caption: "Werte der Antworten in Gebrauch",
    value: "Wert",
    better: "Besser ist",
    higher: "mehr",
    lower: "weniger",
    prompts: (prompts, median) =>
      `Antworten auf ${prompts} Prompts; die Hälfte davon hat höchstens ${median}.`,
    noPrompts: "Kein Prompt hat mehr als eine Antwort, oder es ist keiner genannt.",
    texts: "Die Antworten lassen sich lesen.",
    noTexts: "Texte zum Lesen gibt es nicht.",
    howTo:
      "So entsteht eine solche Datei: das Modell jeden Prompt mehrmals beantworten lassen, jede Antwort von Reward-Modellen oder Menschen bewerten lassen, und je Zeile eine Antwort schreiben.",
    template: "Eine Datei für den Anfang (CSV)",
  },
  kept: {
    title: "In diesem Browser aufbewahrt",
    open: "Öffnen",
    openNamed: (name) => `${name} öffnen`,
    edit: "Spalten ändern",
    editAgain: "Um zu ändern, was ihre Spalten sind, die Datei noch einmal wählen.",
    forget: "Vergessen",
    forgetNamed: (name) => `${name} vergessen`,
    note: "Vergessen entfernt die Antworten einer Datei aus diesem Browser. Die Datei selbst bleibt, wie sie ist.",
    noteOpen:
      "Die verwendete Datei ist nach einem Neuladen wieder da. Vergessen entfernt die Antworten einer Datei aus diesem Browser und zeigt statt der verwendeten eine Stichprobe; die Datei selbst bleibt, wie sie ist.",
  },
  problems: {
    more: (n) => `und ${n} weitere dieser Art`,
  },
  howRead: {
    layouts: {
      map: "Gelesen als Daten der MAP-Veröffentlichung: ein Prompt, seine Antwort und eine Spalte je Wert.",
      trl: "Gelesen als Trainingsprotokoll von TRL: eine Spalte je Reward-Funktion, mehrere Antworten je Prompt und Schritt. Schritte und Vorteile (Advantages) bleiben außen vor.",
      rewardbench:
        "Gelesen als RewardBench-Ergebnisse: Jeder bevorzugte und jeder verworfene Text ist eine eigene Antwort.",
      helpsteer: "Gelesen als HelpSteer: fünf Merkmale von 0 bis 4.",
      ultrafeedback:
        "Gelesen als UltraFeedback: Jede Fortsetzung ist eine Antwort, ihre Noten sind Werte. In alten Fassungen sind manche Gesamtnoten zehnmal zu hoch, deshalb werden diese nicht verwendet.",
      binarized:
        "Gelesen als Vorlieben: Jeder bevorzugte und jeder verworfene Text ist eine eigene Antwort.",
      preferences:
        "Gelesen als Vorlieben ohne Bewertungen: Jeder bevorzugte und jeder verworfene Text ist eine eigene Antwort.",
      armorm: "Gelesen als die 19 Ziele von ArmoRM, in ihrer Reihenfolge.",
      "safe-rlhf":
        "Gelesen als PKU-SafeRLHF: zwei Antworten je Prompt, „sicher“ ist 1, die Schwere ist ein Schaden (weniger ist besser). Arten von Schaden sind vorhanden, aber nicht verwendet.",
      beavertails:
        "Gelesen als BeaverTails: „sicher“ ist 1; die Arten von Schaden sind vorhanden (weniger ist besser), aber nicht verwendet.",
      "lm-eval":
        "Gelesen als Einzelergebnisse des lm-evaluation-harness: Die Kennzahlen jedes Dokuments sind Werte; ein Dokument zählt einmal je Filter.",
      inspect:
        "Gelesen als Inspect-Protokoll: richtig ist 1, teilweise richtig ½, falsch und ohne Antwort 0.",
      phoenix:
        "Gelesen als Phoenix-Bewertungen: Die Noten kommen samt ihrer Richtung aus den Zellen.",
      weights:
        "Gelesen als Gewichte, die hier ausgegeben wurden: Die Bewertungen sind wieder Werte, die Gewichte bleiben außen vor.",
      mic: "Gelesen als Moral Integrity Corpus: Der moralische Vektor wird zu sechs Werten.",
    },
    plain: "Gelesen als einfache Tabelle, Spalte für Spalte.",
    asPlain: "Stattdessen als einfache Tabelle lesen",
    asLayout: "Noch einmal nach einem bekannten Aufbau suchen",
    openDirections: (names) =>
      `Ist bei ${list(names)} mehr oder weniger besser? Das lässt sich nicht erraten: „Weniger ist besser“ ankreuzen, wo es zutrifft.`,
    matrix: (shape, rows, values) =>
      `Eine Matrix der Form ${shape}, gelesen als ${rows} Antworten mit je ${values} Werten.`,
    openMatrix: "An ihrer Form ist nicht zu erkennen, wie herum sie liegt.",
    turn: (rows, values) => `Als ${rows} Antworten mit ${values} Werten lesen`,
    blocks: (prompts, answers, values) =>
      `Gelesen als ${prompts} Prompts mit je ${answers} Antworten und ${values} Werten.`,
    sampled: (rows, all, seed) =>
      `Eine zufällige Stichprobe von ${rows} der ${all} Zeilen (gleichverteilt, Startwert ${seed}).`,
    all: "Alle Zeilen verwenden",
    summaries: {
      "leave-out": () => "Weglassen",
      use: (count) =>
        plural(count, "Es ist eine Antwort: verwenden", "Es sind Antworten: verwenden"),
    },
    many: (rows) =>
      `${rows} Zeilen. Alle lassen sich verwenden; mit einer zufälligen Stichprobe geht es flüssiger.`,
    draw: (rows) => `${rows} zufällig ziehen`,
  },
  preview: {
    title: (name, rows) => `${name} · ${rows} Zeilen`,
    lead: "Jede Zeile ist eine Antwort. Hier steht, was die Spalten sind; Namen und Richtungen lassen sich ändern.",
    caption: "Spalten der Datei",
    column: "Spalte",
    use: "Verwendung",
    name: "Name",
    lower: "Weniger ist besser",
    figures: "Mittel ± SD",
    range: "Spanne",
    gaps: "Fehlt",
    examples: "Verteilung oder erste Texte",
    uses: {
      value: "Wert",
      prompt: "Prompt",
      response: "Antworttext",
      weight: "Gewicht",
      ignore: "nicht verwendet",
    },
    useOf: (column) => `Verwendung der Spalte ${column}`,
    nameOf: (column) => `Name für die Spalte ${column}`,
    lowerOf: (column) => `Weniger ist besser bei ${column}`,
    rangeOf: (low, high) => `${low} bis ${high}`,
    spread: (mean, sd) => `${mean} ± ${sd}`,
    none: "–",
    count: (rows, values) => `${rows} Antworten, ${values} ${plural(values, "Wert", "Werte")}.`,
    all: "Keine Zeile entfällt.",
    dropped: (dropped, rows) =>
      `${dropped} von ${rows} Zeilen ${dropped === "1" ? "entfällt" : "entfallen"}: In einer verwendeten Spalte fehlt eine Zahl oder ist unbrauchbar.`,
    useThese: (rows) => `Diese ${rows} Antworten verwenden`,
    discard: "Abbrechen",
    checking: "Wird gezählt…",
  },
  scoring: {
    title: "Die Texte hier bewerten",
    lead: "Texte können in diesem Browser Zahlen bekommen; sie werden oben zu weiteren Spalten.",
    leadWithout:
      "Hier gibt es Texte, aber keine Zahlen. Sie lassen sich in diesem Browser bewerten; die Bewertungen werden oben zu Spalten.",
    measures: "Maße des Wortlauts",
    measuresNote:
      "Sie zählen Wörter und Zeichen nach Listen und Formeln für das Englische. Keines versteht einen Text: Reward-Modelle sind sie nicht.",
    names: {
      diversity: "Vielfalt des Wortlauts",
      positiveness: "Positive Wörter",
      "coarse-language": "Grobe Wörter",
      "reading-ease": "Lesbarkeit",
      length: "Länge in Wörtern",
    },
    about: {
      diversity:
        "Wie wenig sich Gruppen von zwei, drei und vier Wörtern wiederholen, von 0 bis 1, wie in der MAP-Veröffentlichung.",
      positiveness:
        "Positive gegen negative Wörter, von −1 bis 1, nach einer Wortliste mit Regeln (VADER).",
      "coarse-language":
        "Beleidigungen und Obszönes je 100 Wörter, nach einer Wortliste. Weniger ist besser.",
      "reading-ease": "Kurze Sätze aus kurzen Wörtern lesen sich leicht, etwa 0 bis 100 (Flesch).",
      length: "Ob mehr oder weniger besser ist, wird oben festgelegt.",
    },
    scoredBy: {
      measure: "Maß des Wortlauts, hier berechnet",
      classifier: "Klassifikator, hier berechnet",
      model: "Modell, hier berechnet",
    },
    classifiers: "Klassifikatoren für Werte",
    classifiersNote:
      "Eine Datei mit Klassifikatoren, gespeichert auf der Seite „Moralprofil“, gibt jedem Text die Wahrscheinlichkeit, dass er einem Wert folgt.",
    chooseClassifiers: "Datei mit Klassifikatoren wählen",
    without: "Ohne sie bewerten",
    model: "Ein eigenes Modell",
    modelNote:
      "Ein Modell zur Textklassifikation, für den Browser gespeichert (ONNX), gibt jedem Text die Wahrscheinlichkeit einer Kategorie. Geholt wird es von der genannten Stelle, gerechnet wird hier, und die Texte bleiben hier.",
    chooseFolder: "Seinen Ordner wählen",
    modelAddress: "Adresse eines Modells",
    modelExample: "oder eine Adresse: /models/tone",
    look: "Modell lesen",
    looking: "Gelesen wird, was das Modell angibt…",
    labels: "Die Wahrscheinlichkeit dieser Kategorien wird je eine Spalte:",
    withoutModel: "Ohne es bewerten",
    ofColumn: "Zu bewertende Texte",
    texts: (column) => `Texte aus ${column}`,
    start: (rows) => `${rows} Texte bewerten`,
    running: "Die Texte werden bewertet",
    done: {
      scoring: (percent) => `${percent} % bewertet`,
      loading: (percent) => `${percent} % des Modells geladen`,
    },
    cancel: "Abbrechen",
  },
};
