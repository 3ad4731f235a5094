import { createHash } from "node:crypto";
import { basename } from "node:path";

interface Mutant {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status?: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** A reporter of StrykerJS that keeps a seeded draw of a run's plans; `population` is what it drew from. */
export interface MutantDraw {
  population: number;
  onMutationTestingPlanReady(event: { mutantPlans: { readonly mutant: Mutant }[] }): void;
}

/**
 * Draws so many of all mutants that tests can switch on, whether a test reaches them or not.
 * A mutant's place in the draw hangs on the seed and on what it is, so a moved file keeps its mutants.
 */
export function mutantDraw(settings: { seed: number; count: number }): MutantDraw {
  return {
    population: 0,
    onMutationTestingPlanReady({ mutantPlans }) {
      const plans = mutantPlans.filter(({ mutant }) => mutant.status !== "Ignored");
      this.population = plans.length;
      const rank = new Map(plans.map((plan) => [plan, rankOf(plan.mutant, settings.seed)]));
      plans.sort((a, b) => ((rank.get(a) ?? "") < (rank.get(b) ?? "") ? -1 : 1));
      // Ranges of code cannot tell apart the mutants of one expression: the plans themselves are thinned out.
      mutantPlans.splice(0, mutantPlans.length, ...plans.slice(0, settings.count));
    },
  };
}

function rankOf({ fileName, mutatorName, replacement, location }: Mutant, seed: number): string {
  const { line, column } = location.start;
  const identity = [seed, basename(fileName), line, column, mutatorName, replacement].join("\n");
  return createHash("sha256").update(identity).digest("hex");
}

const Z95 = 1.959964;

/** Wilson's 95 % interval of a share. */
export function shareInterval(met: number, of: number): [low: number, high: number] {
  const share = met / of;
  const spread = Z95 ** 2 / of;
  const middle = share + spread / 2;
  const half = Z95 * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return [(middle - half) / (1 + spread), (middle + half) / (1 + spread)];
}
