import { app } from "./en/app.ts";
import { figures } from "./en/figures.ts";
import { help } from "./en/help.ts";
import { palette } from "./en/palette.ts";
import { panels } from "./en/panels.ts";
import { plots } from "./en/plots.ts";
import { values } from "./en/values.ts";
import { verdict } from "./en/verdict.ts";

/** Every sentence a user reads, in English; one subject per file. */
export const en = { app, figures, help, palette, panels, plots, values, verdict };

/** The shape every language fills. */
export type Catalogue = typeof en;
