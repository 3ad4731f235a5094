/** The tour of five steps. */
export const tour = {
  offer: "New here?",
  take: "Take the tour, five steps",
  decline: "No, thanks",
  label: (step: number, of: number) => `Tour, step ${step} of ${of}`,
  next: "Next",
  back: "Back",
  end: "End the tour",
  done: "Done",
  steps: {
    palette: {
      title: "Ask",
      text: "One slider for each value. Drag the handle to ask for more of it; ○ is today, ● is what the mix reaches. The hatched part is what the other targets have put out of reach.",
    },
    verdict: {
      title: "Can it be done, and what does it cost?",
      text: "The verdict follows while you drag: whether it can be reached, how far the answers drift from today’s, and how many answers carry it. Underlined words explain themselves.",
    },
    region: {
      title: "Two values at a time",
      text: "Everything inside the strong line can be reached. Drag the diamond, or click a point on a contour to take it as your palette.",
    },
    strength: {
      title: "All of it, more or less",
      text: "This slider moves all targets together, from today to the edge of what is possible.",
    },
    analyses: {
      title: "Look closer",
      text: "Keep palettes under names and compare them, see what trades against what, and how far to trust it. Share gives you a link to all of it.",
    },
  },
};
