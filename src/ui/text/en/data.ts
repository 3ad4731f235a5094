import { formatList } from "../format-names.ts";
import { plurals } from "../plural.ts";

const plural = plurals("en");

/** The Data page. Numbers arrive formatted. */
export const data = {
  title: "Data",
  samples: {
    title: "Calibrated samples",
    lead: "Made-up numbers for practice, drawn so that their averages and correlations match the public MAP reward samples. There are no answer texts.",
    size: (name: string) => `Size of ${name}`,
    answers: (rows: string) => `${rows} answers`,
    use: "Use this sample",
    useNamed: (name: string) => `Use the sample ${name}`,
    current: "in use",
  },
  file: {
    title: "Your own file",
    drop: "Drop a file here, or several that belong together, or",
    choose: "choose a file",
    another: "choose another file",
    formats: `${formatList("en-GB")}, also gzipped or in a zip: one row per answer, one number per value. Prompt and answer texts may be there too.`,
    privacy:
      "The file is read in this browser and goes nowhere else. The last four that you use are kept here for your next visit, until you forget them on this page.",
    dropHere: "Drop the file to read it",
    reading: (name: string) => `Reading ${name}…`,
    readSoFar: (done: string, all: string, rows: string) =>
      rows === "0" ? `${done} of ${all} MB` : `${done} of ${all} MB, ${rows} rows`,
    sorting: "Sorting the rows…",
    cancel: "Cancel",
    large: (name: string, mb: string) =>
      `${name} holds ${mb} MB. It can be read whole, or a random sample of its rows be kept, which is lighter. Either way all of it is read once.`,
    largeSample: (rows: string) => `Keep a random sample of ${rows}`,
    largeAll: "Read it whole",
    crashed: (name: string) =>
      `Reading ${name} ran out of memory or stopped. Try a smaller part of the file. The answers loaded before are still in use.`,
    refused: (name: string) => `${name} cannot be used yet.`,
    kept: "The answers loaded before are still in use.",
  },
  address: {
    title: "From the web",
    label: "Address of a file",
    example: "https://example.org/answers.csv",
    fetch: "Fetch",
    note: "This page asks the site that you name for that one file. Nothing of your data goes with it.",
    paper: (host: string) =>
      `The samples of the MAP paper, with their texts; choosing one asks ${host} for it:`,
    paperFile: (name: string, mb: string) => `${name}, ${mb} MB`,
    fetching: (name: string, host: string) => `Fetching ${name} from ${host}…`,
    soFar: (done: string, all: string | null) =>
      all === null ? `${done} MB so far` : `${done} of ${all} MB`,
    failed: (address: string) => `${address} could not be fetched.`,
    failures: {
      "no-address":
        "This is not the address of a file on the web. One looks like https://example.org/answers.csv, with no name or password in it.",
      framed:
        "This page stands inside another site, and then it asks no other one. Open it in a tab of its own.",
      "not-typed": "This page asks only sites whose address you typed here.",
      insecure:
        "It begins with http://, and this page came encrypted: browsers let it ask no address that is not. Try https://, or download the file and drop it here.",
      redirected:
        "The site sends on to another address, which is not followed because you did not type it. Open the address in a new tab; when the file has downloaded, drop it here.",
      offline:
        "This device is offline. Connect it and try again, or drop a file that you have: everything else works without a network.",
      unreachable: (host: string) =>
        `${host} gave no answer that this page may read. Either it cannot be reached (check the address and the connection), or it lets no other page read its files (CORS), which only its owner can change. If the address opens in a new tab, download the file there and drop it here.`,
      cancelled: "It was cancelled.",
      status: (status: number) =>
        status === 404 || status === 410
          ? `There is nothing at this address (status ${status}). Check how it is spelled, and that the file is public.`
          : status === 401 || status === 403
            ? `The site wants a login for it (status ${status}). Download the file there and drop it here.`
            : status === 429
              ? `The site has been asked too often (status ${status}). Wait a minute and try again.`
              : status >= 500
                ? `The site has a fault of its own (status ${status}). Try again later.`
                : `The site answered with status ${status} in place of the file. Check the address, or download the file there and drop it here.`,
      "web-page":
        "It leads to a web page, not to the file itself. Look there for a link called “raw” or “download” and use its address.",
      "too-large": (mb: string) =>
        `It holds ${mb} MB, more than can be fetched. Download it and drop it here, or fetch a part of it.`,
      interrupted: (mb: string) =>
        `The connection broke off after ${mb} MB. Try again; if it breaks off again, download the file and drop it here.`,
    },
  },
  inUse: {
    title: "In use now",
    caption: "Values of the answers in use",
    value: "Value",
    better: "Better is",
    higher: "more",
    lower: "less",
    prompts: (prompts: string, median: string) =>
      `Answers to ${prompts} prompts; half of them have at most ${median}.`,
    noPrompts: "No prompt has more than one answer, or none is named.",
    texts: "The answers can be read.",
    noTexts: "There are no texts to read.",
    howTo:
      "To make such a file: let the model answer each prompt several times, let reward models or people score every answer, and write one answer a line.",
    template: "A file to begin with (CSV)",
  },
  kept: {
    title: "Kept in this browser",
    open: "Open",
    openNamed: (name: string) => `Open ${name}`,
    edit: "Edit columns",
    editAgain: "To change what its columns are, choose the file again.",
    forget: "Forget",
    forgetNamed: (name: string) => `Forget ${name}`,
    note: "Forgetting removes a file’s answers from this browser. Your own file stays as it is.",
    noteOpen:
      "The file in use is here again after a reload. Forgetting removes a file’s answers from this browser, and shows a sample instead of the one in use; your own file stays as it is.",
  },
  problems: {
    more: (n: string) => `and ${n} more of this kind`,
  },
  howRead: {
    layouts: {
      map: "Read as samples of the MAP paper: a prompt, its answer, and one column per value.",
      trl: "Read as a training log of TRL: one column per reward function, several answers per prompt and step. Steps and advantages are left out.",
      rewardbench:
        "Read as RewardBench results: each chosen and each rejected text is an answer of its own.",
      helpsteer: "Read as HelpSteer: five attributes from 0 to 4.",
      ultrafeedback:
        "Read as UltraFeedback: each completion is an answer, with its ratings as values. Old copies have some overall scores ten times too high, so these are not used.",
      binarized: "Read as preferences: each chosen and each rejected text is an answer of its own.",
      preferences:
        "Read as preferences without scores: each chosen and each rejected text is an answer of its own.",
      armorm: "Read as the 19 objectives of ArmoRM, in their order.",
      "safe-rlhf":
        "Read as PKU-SafeRLHF: two answers per prompt, safe is 1, severity is a cost (lower is better). Kinds of harm are there, not used.",
      beavertails:
        "Read as BeaverTails: safe is 1; the kinds of harm are there as costs (lower is better), not used.",
      "lm-eval":
        "Read as samples of the lm-evaluation-harness: the metrics of each document are values; a document counts once per filter.",
      inspect: "Read as an Inspect log: correct is 1, partly correct ½, incorrect and no answer 0.",
      phoenix:
        "Read as Phoenix evaluations: scores are taken out of their cells with their direction.",
      weights:
        "Read as weights that were exported here: the rewards are values again, the weights are left out.",
      mic: "Read as the Moral Integrity Corpus: the moral vector becomes six values.",
    },
    plain: "Read as a plain table, column by column.",
    asPlain: "Read it as a plain table instead",
    asLayout: "Look for a known layout again",
    openDirections: (names: readonly string[]) =>
      `Is more or less of ${names.join(", ")} better? Only you can say: tick “lower is better” where it is.`,
    matrix: (shape: string, rows: string, values: string) =>
      `A matrix of ${shape}, read as ${rows} answers with ${values} values each.`,
    openMatrix: "Its shape does not say which way it lies.",
    turn: (rows: string, values: string) => `Read it as ${rows} answers with ${values} values`,
    blocks: (prompts: string, answers: string, values: string) =>
      `Read as ${prompts} prompts with ${answers} answers each and ${values} values.`,
    sampled: (rows: string, all: string, seed: string) =>
      `A random sample of ${rows} of ${all} rows (uniform, seed ${seed}).`,
    all: "Use all rows",
    summaries: {
      "leave-out": (count: number) => plural(count, "Leave it out", "Leave them out"),
      use: (count: number) =>
        plural(count, "It is an answer: use it", "They are answers: use them"),
    },
    many: (rows: string) => `${rows} rows. All can be used; a random sample is lighter.`,
    draw: (rows: string) => `Draw ${rows} at random`,
  },
  preview: {
    title: (name: string, rows: string) => `${name} · ${rows} rows`,
    lead: "Each row is one answer. Say what the columns are; names and directions can be changed.",
    caption: "Columns of the file",
    column: "Column",
    use: "Used as",
    name: "Called",
    lower: "Lower is better",
    figures: "Mean ± sd",
    range: "Range",
    gaps: "Missing",
    examples: "Distribution or first texts",
    uses: {
      value: "value",
      prompt: "prompt",
      response: "answer text",
      weight: "weight",
      ignore: "not used",
    },
    useOf: (column: string) => `Use of column ${column}`,
    nameOf: (column: string) => `Name for column ${column}`,
    lowerOf: (column: string) => `Lower is better for ${column}`,
    rangeOf: (low: string, high: string) => `${low} to ${high}`,
    spread: (mean: string, sd: string) => `${mean} ± ${sd}`,
    none: "–",
    count: (rows: string, values: number) =>
      `${rows} answers, ${values} ${plural(values, "value", "values")}.`,
    all: "No row is left out.",
    dropped: (dropped: string, rows: string) =>
      `${dropped} of ${rows} rows ${dropped === "1" ? "is" : "are"} left out: a number in a used column is missing or unusable.`,
    useThese: (rows: string) => `Use these ${rows} answers`,
    discard: "Cancel",
    checking: "Counting…",
  },
  scoring: {
    title: "Score the texts here",
    lead: "Texts can be given numbers in this browser; they become further columns above.",
    leadWithout:
      "There are texts here but no numbers. They can be scored in this browser; the scores become columns above.",
    measures: "Lexical measures",
    measuresNote:
      "They count words and marks by lists and formulas made for English. None of them understands a text: they are not reward models.",
    names: {
      diversity: "Diversity of wording",
      positiveness: "Positive words",
      "coarse-language": "Coarse words",
      "reading-ease": "Reading ease",
      length: "Length in words",
    },
    about: {
      diversity:
        "How little groups of two, three and four words repeat, from 0 to 1, as the MAP paper has it.",
      positiveness:
        "Positive against negative words, from −1 to 1, by a word list with rules (VADER).",
      "coarse-language": "Insults and obscenities per 100 words, by a word list. Lower is better.",
      "reading-ease": "Short sentences of short words read easily, about 0 to 100 (Flesch).",
      length: "Whether more or fewer are better is for you to say above.",
    },
    scoredBy: {
      measure: "lexical measure, computed here",
      classifier: "classifier, computed here",
      model: "model, computed here",
    },
    classifiers: "Classifiers of values",
    classifiersNote:
      "A file of classifiers saved on the page “Moral profile” gives each text the chance that it follows a value.",
    chooseClassifiers: "Choose a file of classifiers",
    without: "Score without them",
    model: "A model of your own",
    modelNote:
      "A text-classification model saved for the browser (ONNX) gives each text the chance of a label. It is fetched from where you say, runs here, and the texts stay here.",
    chooseFolder: "Choose its folder",
    modelAddress: "Address of a model",
    modelExample: "or an address: /models/tone",
    look: "Read the model",
    looking: "Reading what the model gives…",
    labels: "The chance of these labels becomes a column each:",
    withoutModel: "Score without it",
    ofColumn: "Texts to score",
    texts: (column: string) => `Texts of ${column}`,
    start: (rows: string) => `Score ${rows} texts`,
    running: "Scoring the texts",
    done: {
      scoring: (percent: string) => `${percent} % scored`,
      loading: (percent: string) => `${percent} % of the model loaded`,
    },
    cancel: "Cancel",
  },
};
