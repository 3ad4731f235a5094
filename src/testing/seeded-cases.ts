import fc from "fast-check";

/** Every run tries the same random cases; CASES_SEED tries others. A failure prints its seed and its path. */
fc.configureGlobal({ seed: Number(process.env.CASES_SEED ?? 20_250) });
