import type { Catalogue } from "../en.ts";

/** The parts of the Moral profile page below the answer. Numbers arrive formatted. */
export const moralParts: Catalogue["moralParts"] = {
  agents: {
    lead: "Jeder Agent spricht für einen einzigen Wert. Wie sehr folgen seine Antworten diesem Wert, und wie sehr taten es die ursprünglichen?",
    measuredTitle: "Gemessen an den Antworten",
    measuredNote: (answers) =>
      `Wahrscheinlichkeit, dass eine Antwort dem Wert folgt, wie die Reward-Modelle urteilen; Mittel über ${answers} Fragen mit 95‑%‑Intervall. Die veröffentlichten Zahlen stammen aus dem Aufsatz, für andere Fragen und andere Modelle.`,
    judge:
      "Die Gutachter hier sind an einer kleinen Vorführung trainiert; wie gut sie sind, steht unter „Reward-Modelle“.",
    caption: "Original und Agent, je Wert",
    value: "Wert",
    original: "Original",
    untilted: "Vorher",
    agent: "Sein Agent",
    published: "Veröffentlicht",
    pair: (original, agent) => `${original} → ${agent}`,
    interval: (low, high) => `${low} bis ${high}`,
    none: "–",
    noAgents:
      "Diese Antworten stammen von keinen Agenten, hier gibt es also nichts zu vergleichen. Das Umgewichten unten braucht keine.",
    tiltTitle: "Durch Umgewichten von Antworten",
    tiltNote:
      "Ein Agent entsteht auch ohne Training: Antworten, die mehr für seinen Wert tun, werden öfter gegeben, sonst wird nichts verlangt. So weit kommt ein solcher Agent.",
    samples: "Umgewichtete Antworten",
    rated: "diese Antworten, bewertet",
    loaded: (name) => `die geladenen Antworten (${name})`,
    goal: "Wie weit jeder geht",
    drift: (nats) => `Abweichung von ${nats} nat`,
    quantile: (percent) => `Niveau des ${percent}-Quantils`,
    probability: "Wahrscheinlichkeit, dem Wert zu folgen, mit 90‑%‑Intervallen.",
    mean: "Mittlere Bewertung, mit 90‑%‑Intervallen.",
    pool: "„Vorher“ steht für alle bewerteten Antworten zusammen, die der Agenten eingeschlossen: andere Niveaus als die des Originals allein.",
    driftColumn: "Abweichung (nat)",
    essColumn: "Antworten, die es tragen",
    edge: "so weit diese Antworten reichen",
    waiting: "Die Antworten werden bewertet.",
  },
  palette: {
    lead: "Profil und Palette sind zwei Blicke auf dasselbe: Ein Profil sagt, wie viel jeder Wert zählt, eine Palette, welche Niveaus erreicht werden sollen. Jedes ergibt das andere.",
    samples: "Niveaus auf",
    strength: "Wie streng ihm gefolgt wird (1/β)",
    strengthText: (strength) => `${strength} nat für eine Bewertung von 1`,
    strengthTextSd: (strength) => `${strength} nat für eine Standardabweichung`,
    strengthInvalid: "Eine Zahl über 0, höchstens 1000",
    unitRaw: "Alle Bewertungen liegen zwischen 0 und 1 und werden gewichtet, wie sie sind.",
    unitSd:
      "Diese Bewertungen haben verschiedene Skalen, deshalb zählt jede in ihren eigenen Standardabweichungen.",
    caption: "Niveaus, die das Profil erreicht",
    value: "Wert",
    weight: "Zählt",
    before: "Heute",
    after: "Erreicht",
    price: "Preis λ",
    cost: (kl, ess, rows) =>
      `Das weicht um ${kl} nat vom Original ab; etwa ${ess} von ${rows} Antworten tragen es.`,
    thin: "Nur wenige Antworten tragen es: weniger streng wäre sicherer.",
    use: "Als Palette verwenden",
    useNote:
      "Öffnet diese bewerteten Antworten auf der Seite „Palette“, mit den erreichten Niveaus als Zielen.",
    inStep:
      "Dies ist die Palette der Seite „Palette“, als Profil gesehen: Bewegt sich das eine, dann auch das andere. Eine dort eingestellte Palette zeigt das Profil, das sie bedeutet: λ geteilt durch das größte λ.",
    inStepPerson:
      "Die geladenen Antworten sind für die Werte links bewertet, deshalb gehen die Person dort und die Palette im Gleichschritt: Bewegt sich das eine, dann auch das andere.",
    none: "Die Palette verlangt nichts über die heutigen Niveaus hinaus und bedeutet deshalb kein Profil. Einen Wert anheben hilft.",
    show: "Palette zeigen",
    waiting: "Die Antworten werden geladen.",
  },
  evaluation: {
    lead: "Wie nahe jede Antwort der für die Person geschriebenen kommt: Anteile gemeinsamer Wörter (ROUGE-1), Wortpaare (ROUGE-2) und Wörter in gleicher Reihenfolge (ROUGE-L, und Lsum Zeile für Zeile).",
    whose: "Vergleichsantworten von",
    everyone: "allen",
    stem: "Wortstämme zählen",
    stemOn: "Mit Wortstämmen: „helps“ und „helping“ gelten als dasselbe Wort.",
    stemOff: "Ohne Wortstämme: Wörter zählen, wie sie geschrieben sind.",
    means: (cases) =>
      `Mittleres F über ${cases} Fälle, mit 95‑%‑Bootstrap-Intervallen; die Fälle einer Frage werden zusammen gezogen. Jeder Fall wird für das Profil beantwortet, für das seine Vergleichsantwort geschrieben ist.`,
    meansOne: "F des einzigen Falls.",
    caption: "ROUGE aller Verfahren",
    measure: "Maß",
    measures: { rouge1: "ROUGE-1", rouge2: "ROUGE-2", rougeL: "ROUGE-L", rougeLsum: "ROUGE-Lsum" },
    count: (n) => `${n} Antworten`,
    interval: (low, high) => `${low}–${high}`,
    running: "Die Antworten werden verglichen",
    cancel: "Anhalten",
    cancelled: "Angehalten.",
    again: "Vergleichen",
    noReferences:
      "Zu diesen Antworten gibt es keine Vergleichsantworten. Eine Spalte „reference“ in der Datei liefert sie.",
    questionsTitle: "Frage für Frage",
    question: "Frage",
    person: "Für",
    by: "Gezeigtes Maß",
    more: (n) => `${n} weitere zeigen`,
    none: "–",
    open: (question) => `Die Antworten vergleichen auf: ${question}`,
    system: "Antwort von",
    reference: "Vergleichsantwort",
    answer: "Antwort",
    matched: "Gemeinsame Wörter sind hervorgehoben.",
    scores: (precision, recall, f) => `Genauigkeit ${precision}, Trefferquote ${recall}, F ${f}`,
    writeAll: (n) => `Alle ${n} vom Sprachmodell schreiben lassen`,
    writingAll: (done, of) => `${done} von ${of} geschrieben`,
    written: (n) => `Antworten des Sprachmodells: ${n}.`,
    writtenCut: (n) =>
      n === 1
        ? "Eine davon hörte auf, bevor sie fertig war, und zählt, so weit sie reicht."
        : `${n} davon hörten auf, bevor sie fertig waren, und zählen, so weit sie reichen.`,
    throwAllAway: "Wegwerfen",
    goesOn: "Was geschrieben ist, bleibt; derselbe Knopf macht dort weiter.",
    writeAllNote:
      "Mit der Adresse des Modells oben unter „Geschrieben“ lässt es sich ebenfalls vergleichen.",
  },
  rewards: {
    lead: "Ein Reward-Modell je Wert urteilt, wie wahrscheinlich ein Text dem Wert folgt. Trainiert werden sie hier, in diesem Browser, an Texten, die Menschen beurteilt haben.",
    demonstration:
      "Diese hier sind an einer Vorführung kurzer, für diese Seite geschriebener Aussagen trainiert. Sie zeigen, wie es geht; für den Ernstfall braucht es eigene Texte.",
    own: (source) =>
      `Trainiert an ${source}. Nach einem Neuladen der Seite sind sie weg, wenn sie nicht gespeichert werden.`,
    caption: "Wie gut jedes Reward-Modell ungesehene Texte beurteilt",
    value: "Wert",
    texts: "Texte (folgen + verletzen)",
    accuracy: "Richtig beurteilt",
    auc: "AUC",
    brier: "Brier-Wert",
    spread: (mean, sd) => `${mean} ± ${sd}`,
    heldOut: (folds, repeats) =>
      `${folds}-fache Kreuzvalidierung, ${repeats}-mal wiederholt; ± ist die Streuung über die Wiederholungen. AUC ist die Wahrscheinlichkeit, dass ein Text, der dem Wert folgt, höher bewertet wird als einer, der ihn verletzt: 0,5 ist geraten.`,
    measuring: "Wie gut sie urteilen, wird gerade gemessen.",
    notMeasured: "Wie gut sie urteilen, wurde nicht gemessen.",
    calibration: "Kalibrierung",
    calibrationNote:
      "Wie viele der Texte, denen eine bestimmte Wahrscheinlichkeit gegeben wird, folgen dem Wert wirklich? Auf der Diagonale sind die Wahrscheinlichkeiten wörtlich zu nehmen.",
    predicted: "gegebene Wahrscheinlichkeit",
    observed: "Anteil, der folgt",
    calibrationSummary: (value, points) =>
      `${value}: gegebene Wahrscheinlichkeit und Anteil, der folgt, je Klasse: ${points}.`,
    telling: "Die verräterischsten Wörter",
    tellingFollows: "sprechen dafür",
    tellingViolates: "sprechen dagegen",
    training: (value, share) =>
      value === "" ? `Texte werden gelesen: ${share}` : `${value} wird trainiert: ${share}`,
    cancel: "Anhalten",
    save: "Modelle speichern",
    retrain: "Wieder an der Vorführung trainieren",
    choose: "Beurteilte Texte oder eine Datei mit Modellen wählen",
    formats:
      "Beurteilte Texte: Spalten text, value und judgement (negative, neutral oder positive), mehrere Etiketten je Text, oder der Aufbau von Social Chemistry, vom Moral Integrity Corpus, von ETHICS und Moral Stories. Auch eine hier gespeicherte Datei mit Modellen wird gelesen.",
    found: (name) => `${name} enthält:`,
    foundValue: (value, follows, violates) => `${value}: ${follows} folgen, ${violates} verletzen`,
    skipped: (n) => `${n} Zeilen ohne brauchbaren Text, Wert oder Urteil entfallen.`,
    train: "An diesen Texten trainieren",
    meanings: "Wofür jedes Etikett steht",
    meaningsLead:
      "Sind die Etiketten so gemeint? Datensätze sind verschieden: Bei manchen ist 1 richtig, bei anderen falsch.",
    label: "Etikett",
    countsAs: "Gilt als",
    rows: "Texte",
    examples: "Zum Beispiel",
    meaningOf: (label) => `Wofür ${label} steht`,
    kinds: { follows: "folgt", violates: "verletzt", out: "entfällt" },
    quoted: (text) => `„${text}“`,
    turn: "Umgekehrt",
    aucOf: (value, auc) => `${value} ${auc}`,
    doubtful: (found) =>
      `Trainiert, aber bei ungesehenen Texten kaum besser als geraten (AUC: ${found}; 0,5 ist geraten, darunter sind die Etiketten vielleicht verkehrt herum). Das bisherige Modell ist weiter in Gebrauch.`,
    takeDoubtful: "Trotzdem verwenden",
  },
  data: {
    lead: "Mit Fragen und den Antworten eigener Agenten handelt alles auf dieser Seite von ihnen.",
    drop: "Eine Datei hierher ziehen, oder",
    choose: "eine Datei wählen",
    formats:
      "Eine Zeile je Antwort: question, agent, answer, und falls vorhanden profile, reference und original. Oder eine Zeile je Frage mit einer Spalte je Wert. Oder der Aufbau des Moral Integrity Corpus: Q, A, worker_answer, moral-vector. CSV, JSON, Parquet oder Arrow.",
    privacy: "Die Datei wird in diesem Browser gelesen und geht nirgendwo anders hin.",
    reading: (name, share) => `${name} wird gelesen: ${share}`,
    crashed: (name) =>
      `Beim Lesen von ${name} ist der Speicher ausgegangen oder etwas stehen geblieben.`,
    refused: (name) => `${name} ist noch nicht zu gebrauchen.`,
    missing: {
      "no-question": "Eine Spalte mit Fragen fehlt. Sie sollte „question“ heißen.",
      "no-answer": "Eine Spalte mit Antworten fehlt. Sie sollte „answer“ heißen.",
      "no-rows": "Keine Zeile hat Frage und Antwort.",
    },
    kept: "Was vorher offen war, ist noch in Gebrauch.",
    current: "Jetzt in Gebrauch",
    demonstration: "Vorführung, für diese Seite geschrieben",
    counts: (questions, agents, references) =>
      `${questions} Fragen, ${agents} Agenten, ${references} Vergleichsantworten`,
    dropped: (n) => `${n} Zeilen entfielen.`,
    untilReload: "Sie ist offen, bis die Seite neu geladen wird; aufbewahrt wird nichts davon.",
    back: "Zurück zur Vorführung",
  },
  training: {
    lead: "Was hier erkundet wurde, lässt sich anderswo trainieren: der Trainingssatz für das Zusammenführen, ein Rezept mit den Einstellungen des Aufsatzes, und die Reward-Modelle als Funktion.",
    seed: "Startwert der Aufteilung",
    seedInvalid: "Eine ganze Zahl von 0 bis 999.999",
    counts: (train, validation, test) =>
      `${train} Beispiele zum Trainieren, ${validation} zum Prüfen unterwegs, ${test} zum Testen; keine Frage steht in zwei Teilen.`,
    none: "Kein Fall hat Vergleichsantwort und bekanntes Profil, es gibt also nichts zu trainieren.",
    save: "Alles speichern",
    contents: {
      data: "Trainings-, Prüf- und Testsatz als JSON Lines von Chat-Nachrichten: Frage, Profil und die Antworten der Agenten, dann die Vergleichsantwort",
      recipe:
        "ein LoRA-Rezept mit den Einstellungen des Aufsatzes: Rang 128, Lernrate 5e-7, Stapel von 256, Kreuzentropie zur Vergleichsantwort",
      reward: "die Reward-Modelle mit einer Python-Funktion, die TRL als Reward aufrufen kann",
    },
    example: "Das erste Beispiel",
  },
};
