import type { Catalogue } from "../en.ts";
import { plurals } from "../plural.ts";

const plural = plurals("de");

/** The frame: header, pages, notices. */
export const app: Catalogue["app"] = {
  name: "Value Palette",
  skip: "Zum Urteil springen",
  skipToSliders: "Zu den Reglern springen",
  pages: { label: "Seiten", palette: "Palette", moral: "Moralprofil", data: "Daten" },
  data: {
    chip: (rows, values) => `${rows} Antworten · ${values} ${plural(values, "Wert", "Werte")}`,
    label: "Daten:",
    choose: "Andere Daten wählen",
    samples: "Kalibrierte, künstliche Stichproben",
    dropped: (rows) => `Beim Einlesen ausgelassene Zeilen: ${rows}.`,
    own: "Eigene Datei…",
    ownDetail: "CSV, JSON, Parquet und mehr; sie bleibt in diesem Browser",
    kept: "Eigene Datei, in diesem Browser aufbewahrt",
    keptUntil: "Die Antworten bleiben hier, bis sie auf der Seite „Daten“ vergessen werden.",
    calibratedShort: "kalibrierte Stichprobe",
    calibrated:
      "Kalibrierte, künstliche Stichprobe: erfundene Zahlen, deren Mittelwerte und Zusammenhänge denen der öffentlichen MAP-Daten gleichen.",
    sampleNames: {
      "llama-2-7b-chat": "Llama-2-7B-chat",
      "opt-1.3b": "OPT-1.3B",
    },
  },
  share: {
    action: "Teilen",
    title: "Diese Palette teilen",
    copy: "Link kopieren",
    send: "Link senden…",
    done: "Link kopiert",
    failed:
      "Der Browser erlaubt das Kopieren nicht. Bitte den Link markieren und von Hand kopieren.",
    link: "Link zu dieser Palette",
    holds: (count) =>
      `${count} Zeichen: die Palette, gemerkte Paletten und was gerade offen ist; nie eine Antwort.`,
    long: "Das ist lang: Manche Programme schneiden solche Links ab. Sicherer ist eine Datei mit den Einstellungen.",
    code: "Der Link als Code zum Scannen",
    codeTooLong: "Zu lang für einen Code, den ein Telefon scannen kann.",
    save: "Einstellungen als Datei speichern",
    open: "Datei mit Einstellungen öffnen…",
    fileHint: "Eine solche Datei lässt sich auch irgendwo auf die Seite ziehen.",
  },
  fields: {
    names: {
      source: "die Daten",
      values: "die Einstellung eines Werts",
      pair: "die zwei Werte des Bilds",
      scenarios: "eine gemerkte Palette",
      reference: "die Bezugspalette",
      mode: "der Umgang mit Prompts",
      profile: "das moralische Profil",
      preset: "die Vorlage",
      panel: "die offene Auswertung",
      page: "die offene Seite",
      tab: "der offene Reiter",
      question: "die Nummer der Frage",
      others: "der Umgang des Bilds mit den übrigen Werten",
      solver: "die Version der Berechnung",
      link: "etwas wurde unterwegs abgeschnitten oder verändert",
      unknown: "etwas aus einer neueren Version",
    },
    quoted: (name, value) => `${name} (${value})`,
    more: (count) => `und ${count} weitere`,
  },
  framed: {
    note: "Diese Seite steht in einer fremden Website: Sie bewahrt hier nichts auf und fragt keine andere Website.",
    open: "In einem eigenen Tab öffnen",
  },
  embed: { open: "In Value Palette öffnen" },
  look: "Aussehen und Sprache",
  theme: { label: "Hell oder dunkel", light: "Hell", dark: "Dunkel", auto: "Wie das Gerät" },
  language: { label: "Sprache", auto: "Wie der Browser" },
  help: {
    action: "Hilfe",
    title: "Worum es hier geht",
    close: "Schließen",
    intro:
      "Festlegen, wie stark die Antworten eines Modells welchen Werten folgen sollen, und sofort sehen, ob das geht und was es kostet. Trainiert wird hier nichts: Es sind die Antworten, die das ursprüngliche Modell gegeben hat, nur neu gewichtet.",
    howTitle: "So geht es",
    how: [
      "Ein Regler oder die Raute im Bild verlangt mehr von einem Wert. Das Urteil folgt schon beim Ziehen.",
      "Das kleine Zeichen vor jedem Namen sagt, wie der Wert mitmacht: mit einem Ziel, auf heutigem Niveau gehalten oder ausgelassen.",
      "Der schraffierte Teil eines Reglers ist durch die übrigen Ziele unerreichbar geworden.",
      "Ist eine Palette unerreichbar, holen die Karten unter dem Urteil sie mit einem Klick zurück.",
    ],
    marksTitle: "Zeichen",
    marks: {
      baseline: "heute",
      realised: "was die Mischung erreicht",
      target: "was verlangt ist; am Regler der spitze Griff",
      reachable: "erreichbar",
      thin: "erreichbar, aber von wenigen Antworten getragen",
      out: "unerreichbar",
    },
    keysTitle: "Tastatur",
    keys: [
      ["Pfeiltasten", "Regler oder Raute ein wenig bewegen, mit Umschalt weiter"],
      ["Bild auf, Bild ab", "Regler ein großes Stück bewegen"],
      ["Pos1, Ende", "zum niedrigsten und zum höchsten Niveau"],
      ["Strg oder ⌘ Z", "rückgängig machen; mit Umschalt wiederherstellen"],
    ],
    termsTitle: "Begriffe",
    basicsTitle: "Die ersten Wörter",
    basics: [
      ["Antwort", "eine Erwiderung des Modells auf einen Prompt; eine Zeile der Daten"],
      ["Stichprobe", "die geladenen Antworten; alle Zahlen gehören zu ihnen"],
      ["Wert", "wonach Antworten bewertet sind, etwa Hilfsbereitschaft"],
      [
        "Bewertung",
        "die Punkte einer Antwort für einen Wert, von einem Reward-Modell oder einem Menschen; die Skalen zweier Werte sind nicht vergleichbar",
      ],
      ["Ziel", "die mittlere Bewertung, die verlangt wird"],
      ["Mischung", "dieselben Antworten mit anderen Gewichten: manche zählen mehr, manche weniger"],
      ["nat", "die Einheit der Abweichung"],
    ],
    papersTitle: "Woher es kommt",
    papers: {
      map: "MAP: Multi-Human-Value Alignment Palette (ICLR 2025), das Verfahren der Palette",
      cmva: "CMVA-GS, das Verfahren der Seite „Moralprofil“",
    },
    licences: "Lizenzen des Eingebauten",
    privacyTitle: "Datenschutz",
    privacy:
      "Die Daten verlassen diesen Browser nicht. Ein Link enthält die Einstellungen der Palette, nie eine Antwort.",
  },
  dismiss: "Ausblenden",
  parts: {
    missing:
      "Dieser Teil ließ sich nicht laden: Vielleicht gibt es eine neuere Version, oder die Verbindung ist weg.",
    fault: "Dieser Teil der Seite ist an einem Fehler stehen geblieben.",
    reload: "Seite neu laden",
    styles: "Das Aussehen der Seite",
    classifiers: "Das Lesen von Klassifikatoren",
  },
  tryAgain: "Noch einmal versuchen",
  loading: (name) => `Antworten von ${name} werden gelesen…`,
  failed: {
    title: "Die Berechnung lässt sich in diesem Browser nicht starten.",
    hint: "Oft hilft es, die Seite neu zu laden, sonst eine aktuelle Version des Browsers.",
    retry: "Neu laden",
    missingTitle: "Ein Teil der Seite ließ sich nicht laden.",
    missingHint:
      "Vielleicht fehlt die Verbindung, oder es gibt eine neuere Version der Seite. Noch einmal versuchen; sonst hilft es, die Seite neu zu laden.",
    endedTitle: "Die Berechnung ist mehrmals stehen geblieben und wurde aufgegeben.",
    endedHint:
      "Noch einmal versuchen; sonst hilft es, andere Antworten zu öffnen oder nur einen Teil von diesen.",
  },
  notices: {
    "worker-restarted": () =>
      "Die Berechnung ist stehen geblieben und wurde neu gestartet. Die Palette ist unverändert.",
    "worker-failed": () =>
      "Die Berechnung ist mehrmals stehen geblieben und wurde aufgegeben. Die Palette ist unverändert.",
    "worker-missing": () =>
      "Ein Teil der Seite, die Berechnung, ließ sich nicht laden. Vielleicht fehlt die Verbindung, oder es gibt eine neuere Version der Seite: Dann hilft Neuladen; die Palette steht im Link.",
    "kernel-plain": () =>
      "Die schnelle Berechnung läuft in diesem Browser nicht, deshalb rechnet eine langsamere. Die Ergebnisse sind dieselben.",
    "link-unreadable": () =>
      "Der Link ist nicht lesbar; vielleicht fehlt ein Teil. Am besten noch einmal schicken lassen, oder als Datei mit Einstellungen.",
    "link-newer": () =>
      "Der Link stammt aus einer neueren Version von Value Palette, die diese hier nicht lesen kann. Neu laden holt die neueste.",
    "link-fields": (fields) =>
      `Nicht alles war zu gebrauchen: ${fields}. Dort gilt, was üblich ist; alles andere ist wie geteilt.`,
    "link-other-solver": () =>
      "Diese Palette wurde mit einer anderen Version der Berechnung geteilt. Die Zahlen können von den damals gezeigten leicht abweichen.",
    "settings-opened": (name) => `Die Einstellungen aus ${name} sind geöffnet.`,
    "settings-unreadable": (name) =>
      `${name} sollte Einstellungen enthalten, ist aber nicht lesbar. Vielleicht ist die Datei abgeschnitten oder von Hand verändert; am besten dort, wo sie herkommt, noch einmal speichern.`,
    "settings-newer": (name) =>
      `${name} stammt aus einer neueren Version von Value Palette, die diese hier nicht lesen kann. Neu laden holt die neueste.`,
    "link-other-data": (name, [print]) =>
      `Dieser Link gehört zur Datei „${name}“ (Fingerabdruck ${print}), die hier nicht geöffnet ist. Noch wird nichts daraus verwendet: Erst mit dieser Datei, auf der Seite „Daten“ geöffnet, erscheint dasselbe Bild.`,
    "link-other-version": (name, [print, here]) =>
      `Der Link gehört zu einer anderen Fassung von „${name}“: Die Zahlen oder die verwendeten Spalten sind verschieden (Fingerabdruck ${print} dort, ${here} hier). Nichts daraus wird verwendet.`,
    "values-dropped": (names) =>
      `In den Daten fehlt ${names}; diese Einstellungen des Links entfallen.`,
    "unit-raw": (names) =>
      `Die verlangte Einheit passt nicht zu den Werten von ${names}: Die Ziele bleiben und stehen als Rohwerte da.`,
    "targets-held": (names) =>
      `Was für ${names} verlangt wurde, liegt mehr als das Tausendfache der Spannweite außerhalb der Antworten; das Ziel steht an dieser Grenze.`,
    "mode-pooled": () =>
      "Der Link rechnet für jeden Prompt einzeln, aber hier hat kein Prompt zwei Antworten. Stattdessen zählen alle Antworten zusammen.",
    "load-failed": (detail) => `Die Antworten konnten nicht geladen werden: ${detail}`,
    "calculation-failed": (detail) => `Die Berechnung ist fehlgeschlagen: ${detail}`,
    "data-unread": (address) =>
      `Die Datei unter ${address} ließ sich nicht holen oder lesen, deshalb erscheint eine Stichprobe. Auf der Seite „Daten“ von Value Palette sagt dieselbe Adresse, warum.`,
    "parts-unknown": (names) =>
      `Die Seite außen herum will ${names} zeigen, was es hier nicht gibt. Es gibt palette, verdict, region, ridges, analyses und jede Auswertung mit ihrem Namen.`,
    "keep-full": (name) =>
      `In diesem Browser ist kein Platz, um „${name}“ zu behalten: Jetzt ist die Datei offen, nach einem Neuladen muss sie wieder geöffnet werden.`,
    "keep-blocked": (name) =>
      `Dieser Browser lässt die Seite nichts behalten: „${name}“ ist jetzt offen, muss aber nach einem Neuladen wieder geöffnet werden.`,
    "keep-newer": (name) =>
      `Eine neuere Version von Value Palette hat ihre Dateien in diesem Browser aufbewahrt; sie bleiben, wie sie sind, und „${name}“ muss nach einem Neuladen wieder geöffnet werden.`,
    "kept-newer": (name) =>
      `„${name}“ stammt aus einer neueren Version von Value Palette, die diese hier nicht lesen kann; die Datei bleibt, wie sie ist. Neu laden holt die neueste.`,
    "kept-blocked": (name) =>
      `„${name}“ ist in diesem Browser aufbewahrt, aber er gibt die Datei gerade nicht heraus. Die Seite neu laden oder die Datei auf der Seite „Daten“ wieder öffnen.`,
    "keep-gone": (name) =>
      `„${name}“ ist in diesem Browser nicht mehr vorhanden. Die Datei lässt sich auf der Seite „Daten“ wieder öffnen.`,
    forgotten: (name) => `„${name}“ ist vergessen: In diesem Browser ist nichts davon geblieben.`,
    "part-missing": (name) =>
      `„${name}“ ließ sich nicht laden: Vielleicht gibt es eine neuere Version, oder die Verbindung ist weg. Noch einmal versuchen oder die Seite neu laden.`,
    "new-version": () => "Eine neue Version von Value Palette ist bereit.",
    "export-failed": (name) =>
      `Die Datei ${name} ließ sich nicht erstellen. In einem Moment noch einmal versuchen.`,
    "forget-failed": (name) =>
      `Der Browser gibt „${name}“ nicht her. In seinen Einstellungen lassen sich die Daten dieser Website löschen.`,
  },
};
