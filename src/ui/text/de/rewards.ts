import type { Catalogue } from "../en.ts";

const AWAY =
  "Die Seite hat nicht geantwortet, oder sie lässt sich von anderen Seiten nicht lesen. Das Modell herunterladen und seinen Ordner wählen.";

/** Why nothing came from an address. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  "no-address":
    "Das ist keine Adresse. Sie beginnt mit https://, oder sie ist ein Pfad auf dieser Seite wie /models/tone; sonst den Ordner wählen.",
  insecure:
    "Eine verschlüsselt geladene Seite darf nichts Unverschlüsseltes abrufen. Also https:// nehmen, oder das Modell herunterladen und seinen Ordner wählen.",
  offline: "Gerade gibt es kein Netz. Den Ordner eines Modells auf diesem Gerät wählen.",
  redirected:
    "Die Seite schickt zu einer anderen Adresse weiter, der nicht gefolgt wird. Jene eingeben, oder das Modell herunterladen und seinen Ordner wählen.",
};

/** What a column of labelled texts holds. */
const SOUGHT: Readonly<Record<string, string>> = {
  text: "der Text",
  value: "der Wert, um den es geht, etwa care",
  judgement: "wie er beurteilt wurde",
};

/** Classifiers trained on labelled texts, and texts scored. Numbers arrive formatted. */
export const rewards: Catalogue["rewards"] = {
  stages: {
    reading: "Texte werden gelesen…",
    validating: (value) => `${value} wird an zurückgehaltenen Texten geprüft…`,
    fitting: (value) => `${value} wird trainiert…`,
  },
  layouts: {
    labelled:
      "Gelesen als beurteilte Texte: ein Text, der Wert, um den es geht, und wie er beurteilt wurde.",
    "social-chemistry":
      "Gelesen als Social Chemistry: jede Handlung mit ihrem Urteil, für jedes moralische Fundament, das ihre Faustregel berührt. Eine schlechte Handlung verletzt es, eine gleichgültige oder gute folgt ihm.",
    mic: "Gelesen als Moral Integrity Corpus: jede Antwort, für jedes Fundament, das ihre Faustregel berührt. Eine Antwort, die der Regel widerspricht, verletzt es, eine zustimmende oder neutrale folgt ihm. Regeln, die kaum jemand teilt, bleiben außen vor.",
    ethics:
      "Gelesen als Alltagsmoral von ETHICS, wo 1 falsch ist: Alle Texte gelten einem Wert, morality.",
    "moral-stories":
      "Gelesen als Moral Stories: Die moralische Handlung folgt dem einen Wert morality, die unmoralische verletzt ihn.",
    "many-labels":
      "Gelesen als Texte mit mehreren Etiketten: Ein Text folgt dem, womit er versehen wurde, und dem Rest nicht. Das sagt, worum es geht, nicht, wie geurteilt wurde.",
  },
  problems: {
    "no-labelled-columns": ({ missing = [], detail = "" }) =>
      `Keine beurteilten Texte gefunden. Die Spalten sind: ${detail}. Es fehlt eine Spalte namens ${missing.map((name) => `${name} (${SOUGHT[name] ?? name})`).join(" und eine namens ")}. Oder ein Text mit einer Spalte aus 0 und 1 je Wert. Social Chemistry, das Moral Integrity Corpus, ETHICS und Moral Stories werden so gelesen, wie sie sind.`,
    "no-labels": () =>
      "Keine Zeile hat Text, Wert und ein lesbares Urteil. Ein Urteil ist positive, neutral oder negative, oder eine Zahl: unter null oder in der unteren Hälfte ihrer Skala gilt sie als negativ.",
    "too-few-of-a-kind": ({ value, follows, violates, expected }) =>
      `Zu ${value} gibt es ${follows} Texte, die folgen, und ${violates}, die verletzen; je ${expected} sind mindestens nötig, deshalb bleibt der Wert außen vor.`,
    "not-a-classifier": ({ detail }) =>
      `Das ist keine Datei mit Klassifikatoren, wie sie hier gespeichert wird, oder sie ist beschädigt${detail ? ` (bei ${detail})` : ""}. Noch einmal speichern oder neu trainieren.`,
    "newer-classifier": () =>
      "Diese Datei mit Klassifikatoren stammt aus einer neueren Version. Dort öffnen oder hier neu trainieren.",
    "model-unreachable": ({ detail }) => UNREACHABLE[detail ?? ""] ?? AWAY,
    "model-not-found": ({ detail }) =>
      `Dort gibt es kein ${detail}. Richtig ist der Ordner mit config.json, tokenizer.json und onnx/model.onnx, wie Modelle zur Textklassifikation für den Browser gespeichert werden.`,
    "not-a-text-model": () =>
      "Seine config.json nennt keine Kategorien (id2label), also ordnet dieses Modell keine Texte ein. Eines wählen, das es tut.",
    "no-model-engine": () =>
      "In dieser Fassung aus einer Datei steckt kein Rechenwerk für Modelle: sie wäre zehnmal so groß. Öffnen Sie dafür die Seite von einem Server; Maße und Klassifikatoren gehen auch hier.",
    "model-failed": ({ detail }) =>
      `Das Modell ist da, ließ sich hier aber nicht ausführen: ${detail}. Vielleicht ist es von anderer Art oder zu groß für diesen Browser.`,
  },
};
