import { app } from "./en/app.ts";
import { help } from "./en/help.ts";
import { palette } from "./en/palette.ts";
import { plots } from "./en/plots.ts";
import { values } from "./en/values.ts";
import { verdict } from "./en/verdict.ts";

/** Every sentence a user reads, in English; one subject per file. */
export const en = { app, help, palette, plots, values, verdict };

/** The shape every language fills. */
export type Catalogue = typeof en;
