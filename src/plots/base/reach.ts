/** What the verdict says of a palette; each state has its own shape and words. */
export type Reach = "reachable" | "thin" | "out-of-reach" | "unsettled";
