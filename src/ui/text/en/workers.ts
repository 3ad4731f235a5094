/** What becomes of work that is done beside the page, where whoever does it dies. */
export const workers = {
  tryAgain: "Try again",
  missing:
    "A part of the page that this needs could not be loaded. The connection may be gone, or a newer version of the page may be there. Try again; if that does not help, reload the page.",
  unable:
    "This browser does not let the page start what this needs. Try a current version of your browser.",
  crashed: {
    counting:
      "Counting what these columns yield stopped: the browser may be short of memory. The file is still here, and so is what you chose.",
    scoring:
      "Scoring stopped: the browser may be short of memory. The file is still here; try again, or with fewer rows.",
    training:
      "Training the reward models stopped: the browser may be short of memory. Those that were there before are still in use.",
    answers:
      "Answering the questions stopped several times and was given up. Your questions and answers are as you left them.",
  },
  changed: (name: string) =>
    `“${name}” can no longer be read as it was when you opened it, so nothing is answered or saved from it. Open the file again.`,
};
