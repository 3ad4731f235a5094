import { createHash } from "node:crypto";
import { basename } from "node:path";

interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface Mutant {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status?: string;
  readonly location: Span;
}

/** What a reporter of StrykerJS is told before the first mutant is tried; the array is the one that is then worked through. */
interface PlansEvent {
  readonly mutantPlans: { readonly mutant: Mutant }[];
}

/** A place in the code as Babel gives it: lines count from 1, in mutants from 0. */
interface CodePath {
  readonly node: { readonly loc?: Span | null };
  readonly hub?: { readonly file?: { readonly opts: { readonly filename?: string } } };
}

/** A room's draw: how many mutants there are, and how many of the drawn ones were tried. */
export interface MutantDraw {
  readonly seed: number;
  readonly count: number;
  readonly all: number;
  readonly tried: number;
}

/**
 * How many times as many mutants as asked for are written into the code. Those that run only while a module loads show
 * themselves in the first run, and the next in line take their places.
 */
const SPARE = 1.5;

let draw = { seed: 1, count: 0, all: 0, tried: 0, isWhole: false };
const written = new Map<string, { identity: string; rank: string; mutant: Mutant }[]>();

/** Begins a room. */
export function beginDraw(seed: number, count: number): void {
  draw = { seed, count, all: 0, tried: 0, isWhole: false };
  written.clear();
}

/** The room's draw so far. */
export function drawn(): MutantDraw & { readonly files: string[]; readonly isWhole: boolean } {
  return { ...draw, files: [...written.keys()] };
}

/** A reporter for the run that only lists what could be mutated: it draws, and leaves nothing to be tried. */
const lister = {
  onMutationTestingPlanReady({ mutantPlans }: PlansEvent): void {
    const ranked = mutantPlans.map(({ mutant }) => {
      const identity = identityOf(mutant);
      return { mutant, identity, rank: rankOf(identity) };
    });
    ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
    draw.all = ranked.length;
    draw.isWhole = ranked.length <= SPARE * draw.count;
    for (const one of ranked.slice(0, SPARE * draw.count)) {
      const inFile = written.get(one.mutant.fileName) ?? [];
      written.set(one.mutant.fileName, [...inFile, one]);
    }
    mutantPlans.length = 0;
  },
};

/** A reporter for the run itself: ranges of code cannot tell apart the mutants of one expression, so it thins out the plans. */
const drawer = {
  onMutationTestingPlanReady({ mutantPlans }: PlansEvent): void {
    const ranks = new Map([...written.values()].flat().map((one) => [one.identity, one.rank]));
    const plans = mutantPlans.flatMap((plan) => {
      const rank = ranks.get(identityOf(plan.mutant));
      return rank === undefined || plan.mutant.status === "Ignored" ? [] : [{ plan, rank }];
    });
    plans.sort((a, b) => (a.rank < b.rank ? -1 : 1));
    mutantPlans.splice(
      0,
      mutantPlans.length,
      ...plans.slice(0, draw.count).map(({ plan }) => plan),
    );
  },
  onMutantTested(): void {
    draw.tried++;
    if (draw.tried % 25 === 0)
      process.stderr.write(`${draw.tried} of ${draw.count} mutants tried\n`);
  },
};

/** Leaves code alone that holds no drawn mutant: each one that is written in slows every test down. */
const ignorer = {
  shouldIgnore({ node, hub }: CodePath): string | undefined {
    const inFile = written.get(hub?.file?.opts.filename ?? "");
    if (!inFile) throw new Error("the file of a mutated place is not known");
    const { loc } = node;
    return loc && inFile.some(({ mutant }) => holds(loc, mutant.location))
      ? undefined
      : "not drawn";
  },
};

/** Runs no test at all. */
const idleRunner = {
  capabilities: () => ({ reloadEnvironment: true }),
  dryRun: async () => ({
    status: "complete",
    tests: [{ id: "none", name: "none", status: 0, timeSpentMs: 0 }],
    mutantCoverage: { static: {}, perTest: {} },
  }),
  mutantRun: async () => ({ status: "error", errorMessage: "no test was run" }),
};

/** What the benchmark plugs into StrykerJS. */
export const drawPlugins: readonly object[] = [
  { kind: "Reporter", name: "list", value: lister },
  { kind: "Reporter", name: "draw", value: drawer },
  { kind: "Ignore", name: "draw", value: ignorer },
  { kind: "TestRunner", name: "idle", value: idleRunner },
];

function holds(outer: Span, inner: Span): boolean {
  const [first, last] = [outer.start.line - 1, outer.end.line - 1];
  const { start, end } = inner;
  return (
    (first < start.line || (first === start.line && outer.start.column <= start.column)) &&
    (last > end.line || (last === end.line && outer.end.column >= end.column))
  );
}

/** What a mutant is, wherever its file lies. */
function identityOf({ fileName, mutatorName, replacement, location }: Mutant): string {
  const { start, end } = location;
  const place = [start.line, start.column, end.line, end.column];
  return [basename(fileName), ...place, mutatorName, replacement].join("\n");
}

function rankOf(identity: string): string {
  return createHash("sha256").update(`${draw.seed}\n${identity}`).digest("hex");
}
