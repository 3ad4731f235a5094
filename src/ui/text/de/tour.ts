import type { Catalogue } from "../en.ts";

/** The tour of five steps. */
export const tour: Catalogue["tour"] = {
  offer: "Neu hier?",
  take: "Rundgang in fünf Schritten",
  decline: "Nein, danke",
  label: (step, of) => `Rundgang, Schritt ${step} von ${of}`,
  next: "Weiter",
  back: "Zurück",
  end: "Rundgang beenden",
  done: "Fertig",
  steps: {
    palette: {
      title: "Verlangen",
      text: "Ein Regler für jeden Wert. Den Griff ziehen, um mehr davon zu verlangen; ○ ist heute, ● ist, was die Mischung erreicht. Der schraffierte Teil ist durch die übrigen Ziele unerreichbar geworden.",
    },
    verdict: {
      title: "Geht das, und was kostet es?",
      text: "Das Urteil folgt beim Ziehen: ob es erreichbar ist, wie weit sich die Antworten von den heutigen entfernen und wie viele es tragen. Unterstrichene Wörter erklären sich selbst.",
    },
    region: {
      title: "Zwei Werte auf einmal",
      text: "Alles innerhalb der kräftigen Linie ist erreichbar. Die Raute lässt sich ziehen; ein Klick auf einen Punkt einer Höhenlinie macht ihn zur Palette.",
    },
    strength: {
      title: "Alles, mehr oder weniger",
      text: "Dieser Regler bewegt alle Ziele gemeinsam, von heute bis zum Rand des Möglichen.",
    },
    analyses: {
      title: "Genauer hinsehen",
      text: "Paletten unter Namen merken und vergleichen, sehen, was gegen was steht und wie verlässlich es ist. „Teilen“ gibt einen Link zu alledem.",
    },
  },
};
