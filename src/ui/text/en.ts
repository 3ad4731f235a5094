import { analyses } from "./en/analyses.ts";
import { app } from "./en/app.ts";
import { data } from "./en/data.ts";
import { exports } from "./en/exports.ts";
import { figures } from "./en/figures.ts";
import { help } from "./en/help.ts";
import { moral } from "./en/moral.ts";
import { moralParts } from "./en/moral-parts.ts";
import { palette } from "./en/palette.ts";
import { panels } from "./en/panels.ts";
import { plots } from "./en/plots.ts";
import { problems } from "./en/problems.ts";
import { readings } from "./en/readings.ts";
import { rewards } from "./en/rewards.ts";
import { tour } from "./en/tour.ts";
import { values } from "./en/values.ts";
import { verdict } from "./en/verdict.ts";
import { workers } from "./en/workers.ts";

/** Every sentence a user reads, in English; one subject per file. */
export const en = {
  locale: "en" as string,
  analyses,
  app,
  data,
  exports,
  figures,
  help,
  moral,
  moralParts,
  palette,
  panels,
  plots,
  problems,
  readings,
  rewards,
  tour,
  values,
  verdict,
  workers,
};

/** The shape every language fills. */
export type Catalogue = typeof en;
