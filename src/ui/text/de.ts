import { analyses } from "./de/analyses.ts";
import { app } from "./de/app.ts";
import { data } from "./de/data.ts";
import { exports } from "./de/exports.ts";
import { figures } from "./de/figures.ts";
import { help } from "./de/help.ts";
import { moral } from "./de/moral.ts";
import { moralParts } from "./de/moral-parts.ts";
import { palette } from "./de/palette.ts";
import { panels } from "./de/panels.ts";
import { plots } from "./de/plots.ts";
import { problems } from "./de/problems.ts";
import { readings } from "./de/readings.ts";
import { rewards } from "./de/rewards.ts";
import { tour } from "./de/tour.ts";
import { values } from "./de/values.ts";
import { verdict } from "./de/verdict.ts";
import { workers } from "./de/workers.ts";
import type { Catalogue } from "./en.ts";

/** Every sentence a user reads, in German; one subject per file, as in English. */
export const de: Catalogue = {
  locale: "de",
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
