import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Stryker } from "@stryker-mutator/core";
import type { BenchContext } from "./bench-context.ts";
import { beginDraw, drawn, drawPlugins } from "./mutants/mutant-draw.ts";
import { MUTANT_ROOMS, type MutantRoom, mutatedFiles, testFiles } from "./mutants/mutant-rooms.ts";

type Result = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];
type Options = ConstructorParameters<typeof Stryker>[0];

const SEED = 1;
const PER_ROOM = 150;
const RESULTS = "node_modules/.cache/value-palette/mutants";
const MISSED = ["Survived", "NoCoverage"];

/** This module is the plugin, too: StrykerJS imports it by its address and finds the draw. */
export const strykerPlugins = drawPlugins;

/** Mutation scores of the rooms below the screen, each from a seeded sample: `-- mutants --rooms core,share --seed 2 --count 50`. */
export async function bench({ args }: BenchContext): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rooms: { type: "string" }, seed: { type: "string" }, count: { type: "string" } },
  });
  const seed = whole(values.seed, SEED);
  const count = whole(values.count, PER_ROOM);
  const rooms = roomsOf(values.rooms);
  mkdirSync(RESULTS, { recursive: true });
  console.log(`\nseed ${seed}; what survived stands in ${RESULTS}\n`);
  console.log(
    "| room | mutants | tried | killed | of these timed out | survived | no coverage | errors | score, % | 95 % interval | minutes |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|---|");
  for (const room of rooms) {
    const start = performance.now();
    beginDraw(seed, count);
    const results = await runRoom(room);
    writeFileSync(join(RESULTS, `${room.name}.txt`), missedOf(results));
    console.log(row(room.name, results, (performance.now() - start) / 60_000));
  }
  console.log(
    "\nErrors are mutants that broke the run outside of any test; they do not count. Tests that were written for these survivors raise the score of this sample alone: take another seed after them.",
  );
}

function whole(text: string | undefined, otherwise: number): number {
  const n = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(n) || n < 1) throw new Error(`"${text}" is no whole number from 1 on`);
  return n;
}

function roomsOf(names: string | undefined): readonly MutantRoom[] {
  if (names === undefined) return MUTANT_ROOMS;
  return names.split(",").map((name) => {
    const room = MUTANT_ROOMS.find((one) => one.name === name);
    const known = MUTANT_ROOMS.map((one) => one.name).join(", ");
    if (!room) throw new Error(`there is no room "${name}"; there are: ${known}`);
    return room;
  });
}

async function runRoom(room: MutantRoom): Promise<Result[]> {
  const tests = testFiles(room);
  await runStryker({
    mutate: mutatedFiles(room),
    testFiles: tests.slice(0, 1),
    testRunner: "idle",
    reporters: ["list"],
  });
  const results = await runStryker({
    mutate: drawn().files.map((file) => relative(resolve("."), file)),
    testFiles: tests,
    testRunner: "vitest",
    // Coverage tells which tests reach a mutant: no graph of imports is needed.
    vitest: { related: false, configFile: "e2e/bench/mutants/vitest.config.ts" },
    coverageAnalysis: "perTest",
    ignoreStatic: true,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 60,
    reporters: ["draw"],
    ignorers: ["draw"],
  });
  const { count, isWhole } = drawn();
  if (results.length !== count && !isWhole)
    throw new Error(`${results.length} mutants were tried, not the ${count} drawn`);
  return results;
}

async function runStryker(options: Options): Promise<Result[]> {
  const { Stryker } = await import("@stryker-mutator/core");
  const folder = mkdtempSync(join(tmpdir(), "value-palette-mutants-"));
  try {
    return await new Stryker({
      plugins: ["@stryker-mutator/vitest-runner", import.meta.url],
      concurrency: 2,
      // TypeScript 7 has no interface that StrykerJS could read its settings with.
      tsconfigFile: "no-tsconfig.json",
      disableTypeChecks: false,
      tempDirName: folder,
      allowConsoleColors: false,
      logLevel: "error" as Options["logLevel"],
      ...options,
    }).runMutationTest();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(room: string, results: readonly Result[], minutes: number): string {
  const count = (...statuses: string[]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const killed = count("Killed", "Timeout");
  const valid = killed + count(...MISSED);
  const percent = (share: number) => (100 * share).toFixed(1);
  const cells = [
    room,
    drawn().all,
    results.length,
    killed,
    count("Timeout"),
    count("Survived"),
    count("NoCoverage"),
    results.length - valid,
    percent(killed / valid),
    shareInterval(killed, valid).map(percent).join("–"),
    minutes.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** One line per mutant that no test noticed: where, how it was made, the code before and after. */
function missedOf(results: readonly Result[]): string {
  const missed = results.filter(({ status }) => !["Killed", "Timeout"].includes(status));
  const lines = missed.map(({ fileName, location: { start, end }, ...mutant }) => {
    const code = readFileSync(fileName, "utf8")
      .split("\n")
      .slice(start.line - 1, end.line);
    code[code.length - 1] = code[code.length - 1].slice(0, end.column - 1);
    code[0] = code[0].slice(start.column - 1);
    const file = relative(resolve("."), fileName);
    return `${file}:${start.line}:${start.column}\t${mutant.status}\t${mutant.mutatorName}\t${flat(code.join("\n"))}\t→\t${flat(mutant.replacement ?? "")}\n`;
  });
  return lines.sort().join("");
}

function flat(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return line.length > 160 ? `${line.slice(0, 160)} …` : line;
}

const Z95 = 1.959964;

/** Wilson's 95 % interval of a share. */
function shareInterval(met: number, of: number): number[] {
  const share = met / of;
  const spread = Z95 ** 2 / of;
  const middle = share + spread / 2;
  const half = Z95 * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return [(middle - half) / (1 + spread), (middle + half) / (1 + spread)];
}
