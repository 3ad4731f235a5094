import { readdirSync } from "node:fs";
import { basename } from "node:path";

/** A room whose code is mutated, and the rooms whose tests may notice: its own, and those above it that test it cheaply. */
export interface MutantRoom {
  readonly name: string;
  readonly testedBy: readonly string[];
}

/** From the cheapest to the dearest. */
export const MUTANT_ROOMS: readonly MutantRoom[] = [
  { name: "state", testedBy: ["state", "app", "panels"] },
  { name: "share", testedBy: ["share", "state", "embed"] },
  { name: "ingest", testedBy: ["ingest", "engine", "cli"] },
  { name: "engine", testedBy: ["engine"] },
  { name: "core", testedBy: ["core", "engine", "share", "state"] },
];

/** Suites that take many seconds, by base name: the mutants they reach would wait for them. */
const SLOW_SUITES = [
  "embed-host.test.ts",
  "golden.test.ts",
  "kept-data.test.ts",
  "kernel-golden.test.ts",
  "mutated.test.ts",
  // Half a million numbers, each read through code that counts its steps.
  "plain-number.test.ts",
  "python-files.test.ts",
  "start.test.ts",
  "verdicts.test.ts",
];
/** Figures and bytes that a script wrote. */
const GENERATED = ["kernel-binary.ts", "llama-2-7b-chat.ts", "opt-1.3b.ts"];

/** The files of a room that are mutated. */
export function mutatedFiles({ name }: MutantRoom): string[] {
  return filesOf(name).filter(
    (file) => !/\.test\.ts$|\.d\.ts$|\/testing\//.test(file) && !GENERATED.includes(basename(file)),
  );
}

/** The test files that are tried on each mutant they reach. */
export function testFiles({ testedBy }: MutantRoom): string[] {
  return testedBy
    .flatMap(filesOf)
    .filter((file) => /\.test\.tsx?$/.test(file) && !SLOW_SUITES.includes(basename(file)));
}

function filesOf(room: string): string[] {
  return readdirSync(`src/${room}`, { recursive: true, encoding: "utf8" })
    .map((file) => `src/${room}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
}
