/**
 * Why a worker died: an error or an end in silence (`crashed`), a script that could not be fetched (`missing`), or a browser that makes
 * no workers (`unable`).
 */
export type Death = "crashed" | "missing" | "unable";
