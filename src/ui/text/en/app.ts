import { plurals } from "../plural.ts";

const plural = plurals("en");

/** Fills in a notice: its detail, and fingerprints, that of the link first. */
type NoticeSentence = (detail: string, fingerprints: readonly string[]) => string;

/** One sentence for each kind of notice; the session store takes its kinds from here. */
const notices = {
  "worker-restarted": () =>
    "The calculation stopped and was started again. Your palette is as you left it.",
  "worker-failed": () =>
    "The calculation stopped several times and was given up. Your palette is as you left it.",
  "worker-missing": () =>
    "A part of the page, the calculation, could not be loaded. The connection may be gone, or a newer version of the page may be there: then reload it; the palette is in the link.",
  "kernel-plain": () =>
    "This browser cannot run the fast version of the calculation, so a slower one is used. The answers are the same.",
  "link-unreadable": () =>
    "The link could not be read; perhaps a part of it is missing. Ask for it again, or for a file of settings.",
  "link-newer": () =>
    "The link was made by a later version of Value Palette, which this one cannot read. Reload the page to get the latest.",
  "link-fields": (fields) =>
    `Not all of it could be used: ${fields}. What could is as it was shared; the rest is as usual.`,
  "link-other-solver": () =>
    "This palette was shared from another version of the calculation. Figures may differ a little from those seen then.",
  "settings-opened": (name) => `The settings in ${name} are open.`,
  "settings-unreadable": (name) =>
    `${name} should hold settings but cannot be read. It may be cut short or changed by hand; save it again where it came from.`,
  "settings-newer": (name) =>
    `${name} was saved by a later version of Value Palette, which this one cannot read. Reload the page to get the latest.`,
  "link-other-data": (name, [print]) =>
    `This link was made with the file “${name}” (fingerprint ${print}), which is not open here. Nothing of the link is used yet: open that file on the Data page to see the same picture.`,
  "link-other-version": (name, [print, here]) =>
    `The link was made with another “${name}”: its numbers, or the columns that are used, differ (fingerprint ${print} there, ${here} here). Nothing of the link is used.`,
  "values-dropped": (names) =>
    `The data has no ${names}; these settings of the link were left out.`,
  "unit-raw": (names) =>
    `The unit that was asked for does not fit the rewards of ${names}: the targets stay and are shown as raw rewards.`,
  "targets-held": (names) =>
    `What was asked of ${names} lies more than a thousand times the width of the answers beyond them; the target stands at that limit.`,
  "mode-pooled": () =>
    "The link asks for each prompt by itself, but no prompt of these answers has two of them. All answers are taken together instead.",
  "load-failed": (detail) => `The answers could not be loaded: ${detail}`,
  "calculation-failed": (detail) => `The calculation failed: ${detail}`,
  "data-unread": (address) =>
    `The file at ${address} could not be fetched or read, so a sample is shown instead. On the Data page of Value Palette the same address says why.`,
  "parts-unknown": (names) =>
    `The page around asks to show ${names}, which does not exist here. There are palette, verdict, region, ridges, analyses, and each analysis by its name.`,
  "keep-full": (name) =>
    `There is no room to keep “${name}” in this browser: it is open now, and has to be opened again after a reload.`,
  "keep-blocked": (name) =>
    `This browser lets the page keep nothing: “${name}” is open now, and has to be opened again after a reload.`,
  "keep-newer": (name) =>
    `A later version of Value Palette has kept its files in this browser; they are left as they are, and “${name}” has to be opened again after a reload.`,
  "kept-newer": (name) =>
    `“${name}” was kept by a later version of Value Palette, which this one cannot read; it is left as it is. Reload the page to get the latest.`,
  "kept-blocked": (name) =>
    `“${name}” is kept in this browser, but the browser does not hand it out at the moment. Reload the page, or open the file again on the Data page.`,
  "keep-gone": (name) =>
    `“${name}” is no longer kept in this browser. Open the file again on the Data page.`,
  forgotten: (name) => `“${name}” is forgotten: nothing of it is left in this browser.`,
  "forget-failed": (name) =>
    `The browser did not let go of “${name}”. Clear the data of this site in the browser’s settings.`,
  "part-missing": (name) =>
    `“${name}” could not be loaded: a newer version may be there, or the connection is gone. Try again, or reload the page.`,
  "new-version": () => "A new version of Value Palette is ready.",
  "export-failed": (name) => `The file ${name} could not be made. Try again in a moment.`,
} satisfies Record<string, NoticeSentence>;

/** The frame: header, pages, notices. */
export const app = {
  name: "Value Palette",
  skip: "Skip to the verdict",
  skipToSliders: "Skip to the sliders",
  pages: { label: "Pages", palette: "Palette", moral: "Moral profile", data: "Data" },
  data: {
    chip: (rows: string, values: number) =>
      `${rows} answers · ${values} ${plural(values, "value", "values")}`,
    label: "Data:",
    choose: "Choose other data",
    samples: "Calibrated synthetic samples",
    dropped: (rows: string) => `Rows left out at import: ${rows}.`,
    own: "Your own file…",
    ownDetail: "CSV, JSON, Parquet and more; it stays in this browser",
    kept: "Your file, kept in this browser",
    keptUntil: "The answers are kept here until you forget them on the Data page.",
    calibratedShort: "calibrated sample",
    calibrated:
      "Calibrated synthetic sample: made-up numbers whose averages and correlations match the public MAP reward samples.",
    sampleNames: {
      "llama-2-7b-chat": "Llama-2-7B-chat",
      "opt-1.3b": "OPT-1.3B",
    },
  },
  share: {
    action: "Share",
    title: "Share this palette",
    copy: "Copy the link",
    send: "Send the link…",
    done: "Link copied",
    failed: "The browser does not allow copying. Select the link and copy it by hand.",
    link: "Link to this palette",
    holds: (count: string) =>
      `${count} characters: the palette, kept palettes and what is open; never an answer.`,
    long: "That is long: some programs cut such links. A file of settings is safer.",
    code: "The link as a code to scan",
    codeTooLong: "Too long for a code that a phone can scan.",
    save: "Save settings to a file",
    open: "Open a file of settings…",
    fileHint: "You can also drop such a file anywhere on the page.",
  },
  fields: {
    names: {
      source: "the data",
      values: "the setting of a value",
      pair: "the two values of the picture",
      scenarios: "a kept palette",
      reference: "the reference palette",
      mode: "how prompts are treated",
      profile: "the moral profile",
      preset: "the preset",
      panel: "the open panel",
      page: "the open page",
      tab: "the open tab",
      question: "the number of the question",
      others: "how the picture treats the other values",
      solver: "the version of the calculation",
      link: "something was cut off or changed on its way",
      unknown: "something from a later version",
    },
    quoted: (name: string, value: string) => `${name} (${value})`,
    more: (count: number) => `and ${count} more`,
  },
  framed: {
    note: "This page stands inside another site: it keeps nothing here and asks no other site for anything.",
    open: "Open it in a tab of its own",
  },
  embed: { open: "Open in Value Palette" },
  look: "Look and language",
  theme: { label: "Light or dark", light: "Light", dark: "Dark", auto: "As the device" },
  language: { label: "Language", auto: "As the browser" },
  help: {
    action: "Help",
    title: "What this is",
    close: "Close",
    intro:
      "Choose how far a model’s answers should lean towards each value, and see at once whether that can be done and what it costs. Nothing is trained here: the answers you see are the ones the original model gave, weighted anew.",
    howTitle: "How to use it",
    how: [
      "Drag a slider, or the diamond in the picture, to ask for more of a value. The verdict follows while you drag.",
      "The small mark before each name says how the value takes part: asked for a target, held at today’s level, or left out.",
      "The hatched part of a slider is what the other targets have put out of reach.",
      "When a palette is out of reach, the cards below the verdict bring it back with one click.",
    ],
    marksTitle: "Marks",
    marks: {
      baseline: "today",
      realised: "what the mix reaches",
      target: "what you ask for; on a slider, its pointed handle",
      reachable: "reachable",
      thin: "reachable, but few answers carry it",
      out: "out of reach",
    },
    keysTitle: "Keyboard",
    keys: [
      ["Arrow keys", "move a slider or the diamond by a small step; with Shift by a large one"],
      ["Page Up, Page Down", "move a slider by a large step"],
      ["Home, End", "to the lowest and the highest level"],
      ["Ctrl or ⌘ Z", "undo; with Shift, redo"],
    ] as [string, string][],
    termsTitle: "Words",
    basicsTitle: "First words",
    basics: [
      ["answer", "one reply of the model to one prompt; a row of the data"],
      ["sample", "the answers that are loaded; every figure is of them"],
      ["value", "what answers are scored for, such as Helpfulness"],
      [
        "reward",
        "the score of an answer for one value, as a reward model or a person gave it; scales of two values do not compare",
      ],
      ["target", "the average reward that you ask for"],
      ["mix", "the same answers with other weights: some count more, some less"],
      ["nats", "the unit of drift"],
    ] as [string, string][],
    papersTitle: "Where it comes from",
    papers: {
      map: "MAP: Multi-Human-Value Alignment Palette (ICLR 2025), the method of the palette",
      cmva: "CMVA-GS, the method of the Moral profile page",
    },
    licences: "Licences of what is built in",
    privacyTitle: "Privacy",
    privacy:
      "Your data never leaves this browser. A link holds the settings of the palette, never an answer.",
  },
  tryAgain: "Try again",
  dismiss: "Dismiss",
  parts: {
    missing:
      "This part could not be loaded: a newer version may be there, or the connection is gone.",
    fault: "This part of the page has stopped because of a fault in it.",
    reload: "Reload the page",
    styles: "The look of the page",
    classifiers: "The reader of classifiers",
  },
  loading: (name: string) => `Reading the answers of ${name}…`,
  failed: {
    title: "The calculation cannot be started in this browser.",
    hint: "Reload the page. If that does not help, try a current version of your browser.",
    retry: "Reload",
    missingTitle: "A part of the page could not be loaded.",
    missingHint:
      "The connection may be gone, or a newer version of the page may be there. Try again; if that does not help, reload the page.",
    endedTitle: "The calculation stopped several times and was given up.",
    endedHint: "Try again; if that does not help, open other answers or a part of these.",
  },
  notices: notices as Record<keyof typeof notices, NoticeSentence>,
};
