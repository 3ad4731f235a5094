import type { RayLimit } from "../../../core/repair/ray-limit.ts";
import { isReachable } from "../../../core/solve/report.ts";
import type { RepairCard } from "../repair-model.ts";
import type { DrawnPalette } from "./drawn-palette.ts";
import { indexOf, NUMBER, read, reads, type SentenceRule } from "./sentence-check.ts";

/** The cards that are shown together, and the one whose words are read. */
interface Shown {
  readonly card: RepairCard;
  readonly all: readonly RepairCard[];
  readonly limit: RayLimit | undefined;
}

/** How far the targets of a card are from those asked, in sd. */
function distanceOf({ targets }: RepairCard, { palette, values }: DrawnPalette): number {
  const moves = targets.map(
    (to, i) => ((to ?? 0) - (palette.targets[i] ?? 0)) / (values[i].sd || 1),
  );
  return Math.hypot(...moves.map((move, i) => (palette.targets[i] === null ? 0 : move)));
}

/** What the words of a card say, and whether it is so. */
export function repairRules({ card, all, limit }: Shown): SentenceRule[] {
  const changed = (drawn: DrawnPalette) =>
    card.targets.flatMap((to, i) => {
      const [from, { sd }] = [drawn.palette.targets[i], drawn.values[i]];
      return from !== null && to !== null && Math.abs(to - from) > 1e-6 * sd ? [i] : [];
    });
  return [
    {
      form: new RegExp(`^drift ${NUMBER} nats · carried by ${NUMBER} answers?`),
      async isTrue([kl, ess], drawn) {
        const there = await drawn.solve(card.targets);
        return (
          isReachable(there.status) && reads(kl, there.kl, 1e-4) && reads(ess, there.ess, 1e-3)
        );
      },
    },
    {
      form: new RegExp(`^(\\w+) ${NUMBER} → ${NUMBER}$`),
      isTrue([name, from, to], drawn) {
        const i = indexOf(name, drawn);
        const [asked, given] = [drawn.palette.targets[i] ?? 0, card.targets[i] ?? 0];
        const rise = (given - asked) * (drawn.values[i].lowerIsBetter ? -1 : 1);
        const isHeld = drawn.palette.held[i];
        return reads(from, asked) && reads(to, given) && rise <= 1e-9 && !isHeld;
      },
    },
    {
      form: /^all targets at ([\d.]+)\u202f% of the way$/,
      isTrue: ([percent], drawn) =>
        changed(drawn).every((i) => {
          const { mean } = drawn.values[i];
          const share = ((card.targets[i] ?? 0) - mean) / ((drawn.palette.targets[i] ?? 0) - mean);
          return reads(percent, 100 * share, 1e-5);
        }),
    },
    {
      form: /^the least movement of these, counted in sd$/,
      isTrue: (_, drawn) =>
        all.every((other) => distanceOf(card, drawn) <= distanceOf(other, drawn) + 1e-6),
    },
    {
      form: /^the other targets stay$/,
      isTrue: (_, drawn) => changed(drawn).length <= 1,
    },
    {
      form: new RegExp(`^(?:kept safe|a tenth): ${NUMBER} answers? carr`),
      async isTrue([least], drawn) {
        const { ess } = await drawn.solve(card.targets);
        const isKept =
          limit === undefined || !("essAtLeast" in limit) || ess > limit.essAtLeast - 1e-3;
        return isKept && ess >= read(least) - 0.501;
      },
    },
    {
      form: /^within (\d) nats? of drift$/,
      isTrue: async ([most], drawn) => (await drawn.solve(card.targets)).kl <= read(most) + 1e-6,
    },
  ];
}
