import type { ExportFacts } from "../../share/exports/export-facts.ts";
import { fileName } from "../../share/exports/file-name.ts";
import { latexTable } from "../../share/exports/latex-table.ts";
import { mapCommand } from "../../share/exports/map-command.ts";
import { resamplerPython, rewardPython } from "../../share/exports/python-files.ts";
import { reportJson } from "../../share/exports/report-json.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { namePartsOf } from "./export-now.ts";
import { type ReadyFile, textFile } from "./save-file.ts";

/** The files of a palette that are made in a moment. */
export type PaletteFile = "json" | "reward" | "resampler" | "command" | "latex";

/** Makes one of them. */
export function paletteFile(kind: PaletteFile, facts: ExportFacts, text: Catalogue): ReadyFile {
  const words = text.exports;
  const named = (what: string, ending: string, within?: "_") =>
    fileName(namePartsOf(facts, what, text), ending, within);
  switch (kind) {
    case "json":
      return textFile(named(words.files.report, "json"), reportJson(facts), "application/json");
    case "reward":
      return python(named(words.files.reward, "py", "_"), rewardPython);
    case "resampler":
      return python(named(words.files.resampler, "py", "_"), resamplerPython);
    case "command":
      return textFile(named(words.files.command, "sh"), mapCommand(facts), "text/x-shellscript");
    case "latex":
      return textFile(
        named(words.files.latex, "tex"),
        latexTable(facts, words.latex),
        "text/x-tex",
      );
  }

  function python(name: string, make: typeof rewardPython): ReadyFile {
    return textFile(name, make(facts, name.replace(/\.py$/, "")), "text/x-python");
  }
}
