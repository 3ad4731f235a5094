import { app } from "./en/app.ts";

/** Every sentence a user reads, in English; one subject per file. */
export const en = { app };

/** The shape every language fills. */
export type Catalogue = typeof en;
