/** Titles and empty states of the panels beside the rail. */
export const panels = {
  meanReward: "mean reward",
  reward: "reward of an answer",
  approximate: (from: string, of: string) =>
    `Approximate, from ${from} of ${of} answers. The verdict and its numbers are from all of them.`,
  region: {
    title: "What is reachable",
    across: "Value across",
    up: "Value upwards",
    drawing: "Drawing what is reachable…",
    single:
      "This picture needs two values. The data has only one; its slider shows how far it can go.",
  },
  ridges: {
    title: "Before and after",
    closest: "after: the closest safe mix",
  },
};
