import type { Catalogue } from "../en.ts";

/** The Moral profile page. Numbers arrive formatted. */
export const moral: Catalogue["moral"] = {
  skip: "Zur Antwort springen",
  title: "Moralisches Profil",
  lead: "Festlegen, was einem Menschen wichtig ist, und sehen, welche Antwort zu ihm passt.",
  values: {
    care: {
      name: "Fürsorge",
      against: "Schaden",
      says: "Menschen vor Schaden schützen und freundlich zu denen sein, die leiden.",
    },
    fairness: {
      name: "Fairness",
      against: "Betrug",
      says: "Allen geben, was ihnen zusteht, nach denselben Regeln für alle.",
    },
    loyalty: {
      name: "Treue",
      against: "Verrat",
      says: "Zu Familie, Freunden und der eigenen Gruppe stehen und ihnen die Treue halten.",
    },
    authority: {
      name: "Autorität",
      against: "Auflehnung",
      says: "Die achten, die Verantwortung tragen, dazu die Regeln und das Überlieferte.",
    },
    sanctity: {
      name: "Reinheit",
      against: "Entwürdigung",
      says: "Körper, Geist und was heilig ist rein und in Würde halten.",
    },
    liberty: {
      name: "Freiheit",
      against: "Unterdrückung",
      says: "Menschen selbst entscheiden lassen und sich denen widersetzen, die herrschen wollen.",
    },
  },
  profile: {
    heading: "Die Person",
    choose: "Person wählen",
    own: "Eigenes Profil",
    presetsHeading: "Profile für den Anfang",
    presets: {
      protector: "Beschützer",
      traditionalist: "Traditionalist",
      judge: "Gerechter Richter",
      companion: "Gefährte",
      even: "Alles gleich",
    },
    presetSays: {
      protector: "niemandem geschieht ein Leid, alle bekommen, was ihnen zusteht",
      traditionalist: "Ordnung, die eigenen Leute, das Heilige",
      judge: "dieselben Regeln für alle",
      companion: "hält zu denen, die nahestehen",
      even: "jeder Wert zählt voll",
    },
    keptHeading: "In diesem Browser aufbewahrte Personen",
    keep: "Merken",
    keepName: "Name der Person",
    keepHint: "Dieses Profil unter einem Namen merken",
    forget: (name) => `${name} vergessen`,
    weight: (name) => `${name}: wie viel es zählt`,
    weightText: (name, weight) => `${name} zählt ${weight} von 1`,
    weightInvalid: "Eine Zahl von 0 bis 1",
    radar: "Profil",
    radarColumns: { value: "Wert", weight: "Wie viel er zählt" },
    radarSummary: (weights) => `Wie viel jeder Wert zählt, von 0 bis 1: ${weights}.`,
    share: "Der Link unter „Teilen“ enthält dieses Profil.",
  },
  question: {
    label: "Frage",
    of: (count) => `von ${count}`,
    go: "Nummer der Frage",
    previous: "Vorige Frage",
    next: "Nächste Frage",
    invalid: (of) => `Eine ganze Zahl von 1 bis ${of}`,
    demonstration:
      "Eine Vorführung: Fragen und Antworten wurden für diese Seite auf Englisch geschrieben; kein Modell hat sie gegeben.",
    file: (name) => `Aus ${name}.`,
  },
  answer: {
    heading: "Die Antwort für diese Person",
    method: "Wie die Antwort entsteht",
    methods: {
      compose: "Zusammengesetzt",
      select: "Ausgewählt",
      draw: "Gezogen",
      generate: "Geschrieben",
    },
    says: {
      compose:
        "Sätze aus den Antworten der Agenten, die zusammen abdecken, was für diese Person zählt, keiner doppelt gesagt.",
      select:
        "Die eine Antwort eines Agenten, die am meisten für das tut, was dieser Person zählt.",
      draw: "Die Antwort eines Agenten, gezogen mit umso größerer Wahrscheinlichkeit, je mehr sie für diese Person tut.",
      generate:
        "Ein Sprachmodell unter einer eigenen Adresse schreibt aus den Antworten der Agenten eine einzige.",
    },
    from: (agent) => `vom Agenten für ${agent}`,
    waiting: "Die Gutachter der Antworten werden noch trainiert, einen Moment.",
    none: "Auf diese Frage hat kein Agent geantwortet.",
    nothing: "Noch zählt kein Wert: einen anheben.",
    sentences: "Sätze höchstens",
    sentencesInvalid: (most) => `Eine ganze Zahl von 1 bis ${most}`,
    again: "Neu ziehen",
    original: "Das ursprüngliche Modell",
    reference: (person) => `Von Hand geschrieben für: ${person}`,
    referenceAny: "Vergleichsantwort",
    more: "Woraus sie entstanden ist",
    agentsHeading: "Die Antworten der Agenten",
    agentsLead:
      "Jeder Agent spricht für einen einzigen Wert. Der Balken zeigt, was seine Antwort für diese Person tut: die Wahrscheinlichkeit, dass sie jedem Wert folgt, gewichtet mit dem Profil.",
    score: "Tut für die Person",
    chance: "Gezogen",
    scoreOf: (agent, score, chance) =>
      `${agent}: tut ${score} für die Person, wird mit Wahrscheinlichkeit ${chance} gezogen`,
  },
  generate: {
    address: "Adresse des Modell-Servers",
    addressHint: "http://localhost:11434",
    model: "Modell",
    modelHint: "llama3.2",
    key: "Schlüssel, falls nötig",
    keyNote:
      "Jeder Server, der das Chat-Protokoll von OpenAI spricht: llama.cpp, Ollama oder vLLM auf diesem Gerät, oder ein gehosteter. Frage, Profil und Antworten gehen beim Druck auf den Knopf dorthin und nirgendwo sonst. Der Schlüssel bleibt im Speicher dieser Seite und ist weg, sobald sie geschlossen wird.",
    prompt: "Was dem Modell gesagt wird",
    system: "Anweisung",
    user: "Frage, Profil und Antworten",
    reset: "Wie vorgeschlagen",
    ask: "Antwort schreiben lassen",
    askAgain: "Noch einmal schreiben lassen",
    cancel: "Anhalten",
    writing: "Wird geschrieben…",
    waiting: (seconds) =>
      `Der Server bittet um ${seconds} s Geduld; dann wird er noch einmal gefragt.`,
    kept: "Was schon da war, bleibt.",
    earlierKept: "Die Antwort von vorher ist noch da.",
    cut: "Diese Antwort hörte auf, bevor sie fertig war.",
    earlier: (n) => (n === 1 ? "Eine frühere Antwort" : `${n} frühere Antworten`),
    throwAway: "Diese Antwort wegwerfen",
    empty: "Mit Adresse und Modell wird die Antwort hier geschrieben.",
    failures: {
      "no-address": () =>
        "Das ist keine Adresse, die sich fragen lässt. Sie sieht aus wie http://localhost:11434 oder https://example.org/v1.",
      framed: () =>
        "Diese Seite steht in einer fremden Website, dort fragt sie keine andere. In einem eigenen Tab geöffnet, geht es.",
      "not-typed": () => "Gefragt wird nur die eingegebene Adresse, und dies ist eine andere.",
      insecure: () =>
        "Diese Seite kam verschlüsselt, deshalb lässt der Browser sie nur verschlüsselte Adressen (https) fragen, oder dieses Gerät.",
      redirected: () =>
        "Der Server leitet an eine andere Adresse weiter. Besser gleich diese eingeben, dann ist klar, wohin der Text geht.",
      offline: () => "Es gibt kein Netz, und der Server ist nicht auf diesem Gerät.",
      unreachable: () =>
        "Keine lesbare Antwort: Der Server läuft nicht, oder er lässt sich von dieser Seite nicht fragen. Er muss die Adresse der Seite erlauben (CORS); bei Ollama mit OLLAMA_ORIGINS.",
      cancelled: () => "Angehalten.",
      "bad-key": () =>
        "Der Schlüssel enthält Zeichen, die in keinem Schlüssel vorkommen. Bitte noch einmal kopieren.",
      unauthorised: (detail) => `Der Server weist den Schlüssel zurück.${detail}`,
      "not-found": (detail) =>
        `Der Server kennt diese Adresse oder dieses Modell nicht. Bitte beides prüfen.${detail}`,
      "rate-limited": (detail) =>
        `Der Server wird zu oft gefragt, oder das Kontingent ist aufgebraucht. Später noch einmal versuchen.${detail}`,
      "server-error": (detail) =>
        `Der Server hatte mehrmals eine Störung und wurde aufgegeben.${detail}`,
      refused: (detail) => `Der Server lehnt die Anfrage ab.${detail}`,
      malformed: (detail) =>
        `Der Server hat geantwortet, aber nicht im Chat-Protokoll. Bitte die Adresse prüfen.${detail}`,
      empty: () =>
        "Das Modell hat aufgehört, ohne etwas zu schreiben. Noch einmal fragen, oder ihm etwas anderes sagen.",
      "only-thoughts": () =>
        "Das Modell hat nachgedacht und aufgehört, bevor es zu einer Antwort kam. Es braucht mehr Platz zum Schreiben, oder ein anderes Modell hilft.",
      torn: () => "Die Antwort brach mittendrin ab und ist nicht zu lesen. Noch einmal fragen.",
      "too-long": () =>
        "Die Antwort ging über 200.000 Zeichen hinaus und wurde nicht weiter gelesen.",
      silent: () => "Der Server ist verstummt, deshalb wurde die Verbindung beendet.",
      "broken-off": () => "Die Verbindung brach ab.",
    },
    detail: (said) => ` Er sagt: „${said}“`,
  },
  tabs: {
    label: "Mehr über Profile",
    agents: "Agenten",
    palette: "Als Palette",
    evaluation: "Vergleich",
    rewards: "Reward-Modelle",
    data: "Eigene Antworten",
    training: "Ins Training",
  },
  systems: {
    original: "Original",
    select: "Ausgewählt",
    draw: "Gezogen",
    compose: "Zusammengesetzt",
    generate: "Geschrieben",
  },
};
