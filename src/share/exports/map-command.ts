import { withoutNoise } from "./csv.ts";
import type { ExportFacts } from "./export-facts.ts";
import { aboutLines } from "./python-files.ts";

/** A file of answers where the data has none of its own. */
const PLACEHOLDER = "answers.json";

/**
 * A shell file with the command line of the MAP authors' own program for this palette (`alignValues.py … optimize_lambda`).
 * Their program reads a JSON array with one record per answer, always takes higher for better, and splits names at commas; where
 * the palette does not fit that, a comment says what to do. Values that are left out are not named.
 */
export function mapCommand(facts: ExportFacts): string {
  const askedValues = facts.values.filter(({ aimed }) => aimed !== null);
  const costs = askedValues
    .filter(({ summary }) => summary.lowerIsBetter)
    .map(({ summary }) => summary.id);
  const split = askedValues.map(({ summary }) => summary.id).filter((id) => id.includes(","));
  const targets = askedValues.map(({ aimed, summary }) =>
    String(withoutNoise((aimed ?? 0) * (summary.lowerIsBetter ? -1 : 1))),
  );
  const file =
    facts.source.kind === "file" && facts.source.name.endsWith(".json")
      ? facts.source.name
      : PLACEHOLDER;
  const lines = [
    "#!/bin/sh",
    aboutLines(facts),
    "#",
    "# Run it in the folder of alignValues.py (MAP, arXiv 2410.19198). The file is a JSON array with one record per answer that",
    "# holds a number under each name below.",
    ...costs.map((id) =>
      comment(`Lower is better: store ${id} with its sign turned, as the target below is.`),
    ),
    ...split.map((id) => comment(`The program splits names at commas: rename ${id}.`)),
    ...(facts.mode === "per-prompt"
      ? ["# The program knows no prompts: it normalises over all answers together."]
      : []),
    "# Exact λ, to compare with what it prints:",
    ...askedValues.map(({ summary, price }) => comment(`  ${summary.id} ${withoutNoise(price)}`)),
    ...(askedValues.length === 0
      ? ["# Nothing is asked, so there is nothing to run."]
      : [
          [
            "python alignValues.py",
            `--c_list=${targets.join(",")}`,
            `--value_list=${quoted(askedValues.map(({ summary }) => summary.id).join(","))}`,
            `--file_path=${quoted(file)}`,
            "optimize_lambda",
          ].join(" "),
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

function comment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ")}`;
}

/** A word of a POSIX shell in double quotes. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"$`]/g, "\\$&")}"`;
}
