import type { Catalogue } from "../en.ts";

/** Short explanations of each term, shown on hover, focus or tap and collected under Help. */
export const help: Catalogue["help"] = {
  terms: {
    drift: {
      term: "Abweichung",
      plain:
        "Wie weit sich die neue Mischung der Antworten von dem entfernt, was das ursprüngliche Modell heute sagt. 0 heißt unverändert; 1 ist zu merken; über 3 bleibt vom Original wenig.",
      exact:
        "Kullback-Leibler-Divergenz KL(p‖p₀) der neu gewichteten von den ursprünglichen Antworten, in nat.",
    },
    carry: {
      term: "Antworten, die es tragen",
      plain:
        "Auf wie vielen Antworten das Ergebnis wirklich ruht. Liegt fast alles Gewicht auf wenigen, dann hängen die Zahlen an diesen wenigen.",
      exact:
        "Effektiver Stichprobenumfang (ESS) 1 ∕ Σw², w sind die Gewichte der Antworten. Unter 200 steht das Zeichen ◐.",
    },
    needed: {
      term: "nötige Antworten je Prompt",
      plain:
        "Wer die Palette erreichen will, indem zu jedem Prompt mehrere Antworten gezogen werden und die beste bleibt, braucht mindestens etwa so viele. Es können weit mehr sein.",
      exact:
        "Das kleinste k mit ln k − (k − 1)∕k ≥ KL, etwa e^(KL + 1): Eine Auswahl aus k Ziehungen kann nicht stärker abweichen. Jeder Prompt für sich hat keine solche Zahl: Die geladenen Antworten auf ihn sind schon eine solche Ziehung.",
    },
    price: {
      term: "Preis",
      plain:
        "Was mehr von diesem Wert an Abweichung kostet. Jeder weitere Schritt kostet mindestens so viel wie der vorige. Ein Wert, der nichts kostet, kommt mit den anderen von selbst mit.",
      exact:
        "Der duale Wert λ, in nat je Einheit: ∂KL∕∂c = λ am Ziel, und ein Schritt δ kostet mindestens λ·δ. Kostet nichts heißt λ = 0.",
    },
    inSample: {
      term: "in der Stichprobe",
      plain:
        "Gemessen an eben den Antworten, die neu gewichtet wurden. Bei neuen Antworten liegen die Niveaus etwas anders, umso mehr, je weniger Antworten die Mischung tragen.",
      exact:
        "Erwartungswerte unter den Gewichten w ∝ q·exp(λ·r) auf den geladenen Zeilen; nicht an zurückgehaltenen gemessen.",
    },
    reachable: {
      term: "was erreichbar ist",
      plain:
        "Alle Paare mittlerer Niveaus, die irgendeine Mischung dieser Antworten hat, während die übrigen Werte ihre Ziele behalten. Jenseits der schwarzen Linie gibt es nichts. Bei jedem Prompt für sich zählen nur Mischungen, die jedem Prompt seinen Anteil lassen.",
      exact:
        "Rechter oberer Rand der konvexen Hülle der Bewertungen unter den übrigen Bedingungen; jede Höhenlinie ist die Pareto-Front bei dieser Abweichung.",
    },
    ridges: {
      term: "vorher und nachher",
      plain:
        "Wie die Antworten über jeden Wert verteilt sind: grau heute, farbig die neue Mischung. Die Marken sind die Mittelwerte.",
      exact:
        "Gewichtete Histogramme der Bewertungen unter q und unter w; ○ Mittelwert heute, ● erreichter Mittelwert, ◇ Ziel.",
    },
    quantile: {
      term: "Quantil",
      plain:
        "q70 ist das Niveau, das besser ist als 70 von 100 ursprünglichen Antworten; gleiche zählen halb. Wo es wenige verschiedene Bewertungen gibt, wie bei Noten, beginnen Paletten mit den Bewertungen selbst.",
      exact:
        "Lineare Interpolation aller Bewertungen unter den ursprünglichen Gewichten; wo eine Bewertung mehr als 5 % des Gewichts hat, linear durch die Punkte (v, P(r < v) + ½ P(r = v)). Bei weniger als 20 verschiedenen Bewertungen verlangt eine Vorgabe q Mittelwert + min(z_q·SD, (2q − 1)·(Bestes − Mittelwert)).",
    },
    sd: {
      term: "SD",
      plain:
        "Streuungen über dem heutigen Mittelwert: +1 ist eine Standardabweichung besser als heute.",
      exact: "(Niveau − Mittelwert) ∕ SD der Bewertungen unter den ursprünglichen Gewichten.",
    },
    winRate: {
      term: "Gewinnquote",
      plain:
        "Wie oft eine zufällige Antwort der neuen Mischung bei diesem Wert besser ist als eine zufällige von heute. 50 % heißt kein Unterschied.",
      exact: "P(r′ > r) + ½ P(r′ = r), r′ nach den Gewichten nachher gezogen, r nach denen vorher.",
    },
    strength: {
      term: "Gesamtstärke",
      plain:
        "Wie weit die Palette auf ihrem eigenen Weg geht: von den heutigen Antworten über die Palette bis zum Rand des Erreichbaren. Alle Ziele bewegen sich gemeinsam.",
      exact: "c₀ + ρ·(c − c₀); Ziele auf oder unter heutigem Niveau bleiben.",
    },
    lambda: {
      term: "λ",
      plain:
        "Das Gewicht jedes Werts in der Mischung. Die neue Mischung bevorzugt Antworten nach der Summe ihrer Werte mal diesen Gewichten.",
      exact: "p ∝ q·exp(λ·r); dasselbe λ ergibt den Reward λ·r für jedes Training.",
    },
    heldOut: {
      term: "ungesehene Antworten",
      plain:
        "Die Mischung wird an den meisten Antworten angepasst und am Rest gemessen, den sie nicht gesehen hat, reihum.",
      exact:
        "Zehnfache Kreuzanpassung; Antworten auf einen Prompt bleiben zusammen; ± ist der Standardfehler.",
    },
    interval: {
      term: "90‑%‑Intervall",
      plain:
        "Die Zahl, die sich aus endlos vielen Antworten derselben Art ergäbe, liegt in etwa neun von zehn Fällen in einem so gebildeten Bereich. Wo es weniger sind, steht es dabei.",
      exact:
        "HC3-Sandwich, nach Prompts gebündelt, mit t-Quantilen bei max(3, ESS∕3) Freiheitsgraden.",
    },
    scenario: {
      term: "Szenario",
      plain:
        "Eine unter einem Namen gemerkte Palette. Sie gehört zum Link und lässt sich rückgängig machen.",
      exact: "Teilnahme und Ziel jedes Werts.",
    },
    closest: {
      term: "nächste sichere Mischung",
      plain:
        "Solange die Palette unerreichbar ist, zeigen die Bilder eine Mischung auf dem geraden Weg zu ihr, kurz vor dem Rand.",
      exact: "Die Lösung für c₀ + 0,95·ρ*·(c − c₀), ρ* ist der größte erreichbare Teil des Wegs.",
    },
    edge: {
      term: "der Rand",
      plain:
        "Der letzte Punkt, der überhaupt zu haben ist. Dort bleiben nur die extremsten Antworten.",
      exact:
        "Der Rand der konvexen Hülle; dort wächst λ über alle Grenzen, die Abweichung strebt gegen einen Grenzwert.",
    },
  },
};
