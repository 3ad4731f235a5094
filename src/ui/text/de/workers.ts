import type { Catalogue } from "../en.ts";

/** As in English. */
export const workers: Catalogue["workers"] = {
  tryAgain: "Noch einmal versuchen",
  missing:
    "Ein Teil der Seite, der hierfür gebraucht wird, ließ sich nicht laden. Vielleicht fehlt die Verbindung, oder es gibt eine neuere Version der Seite. Noch einmal versuchen; sonst hilft es, die Seite neu zu laden.",
  unable:
    "Dieser Browser lässt die Seite nicht starten, was hierfür gebraucht wird. Eine aktuelle Version des Browsers hilft.",
  crashed: {
    counting:
      "Das Zählen, was diese Spalten ergeben, ist stehen geblieben: Vielleicht fehlt dem Browser Speicher. Die Datei und die Auswahl sind noch da.",
    scoring:
      "Das Bewerten ist stehen geblieben: Vielleicht fehlt dem Browser Speicher. Die Datei ist noch da; noch einmal versuchen, oder mit weniger Zeilen.",
    training:
      "Das Trainieren der Bewertungsmodelle ist stehen geblieben: Vielleicht fehlt dem Browser Speicher. Die bisherigen sind noch in Gebrauch.",
    answers:
      "Das Beantworten der Fragen ist mehrmals stehen geblieben und wurde aufgegeben. Fragen und Antworten sind unverändert.",
  },
  changed: (name) =>
    `„${name}“ ist nicht mehr so zu lesen wie beim Öffnen; deshalb wird daraus nichts beantwortet und nichts gespeichert. Die Datei bitte noch einmal öffnen.`,
};
