import type { Catalogue } from "../en.ts";

/** Titles and empty states of the panels beside the rail. */
export const panels: Catalogue["panels"] = {
  meanReward: "mittlere Bewertung",
  reward: "Bewertung einer Antwort",
  approximate: (from, of) =>
    `Näherung aus ${from} von ${of} Antworten. Das Urteil und seine Zahlen stammen aus allen.`,
  region: {
    title: "Was erreichbar ist",
    across: "Wert nach rechts",
    up: "Wert nach oben",
    drawing: "Was erreichbar ist, wird gezeichnet…",
    single:
      "Dieses Bild braucht zwei Werte. Die Daten haben nur einen; sein Regler zeigt, wie weit er gehen kann.",
  },
  ridges: {
    title: "Vorher und nachher",
    closest: "nachher: die nächste sichere Mischung",
  },
};
