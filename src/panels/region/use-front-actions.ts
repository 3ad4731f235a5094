import { useMemo } from "react";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { FrontActions } from "../../plots/region/front-layer.tsx";
import type { PaletteDocument } from "../../share/document/document.ts";
import { formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useSession, useStores } from "../kit/stores.ts";

/** The document with a front point as its palette; where the others were free in the picture they are left out. */
export function withFrontPoint(
  document: PaletteDocument,
  values: readonly ValueSummary[],
  pair: readonly [number, number],
  [x, y]: readonly [number, number],
  others: "targets" | "free",
): PaletteDocument {
  const settings = { ...document.values };
  values.forEach(({ id }, i) => {
    const setting = settings[id];
    if (!setting) return;
    if (i === pair[0] || i === pair[1])
      settings[id] = { ...setting, participation: "target", target: i === pair[0] ? x : y };
    else if (others === "free") settings[id] = { ...setting, participation: "out" };
  });
  return { ...document, values: settings };
}

/** What the front points of the region say and do: the λ behind each, and one click makes it the palette. */
export function useFrontActions(
  picture: RegionPicture | null,
  values: readonly ValueSummary[],
  labels: readonly string[],
): FrontActions | undefined {
  const { document } = useStores();
  const words = useText().analyses.region;
  const others = useSession((s) => s.others);
  return useMemo(() => {
    if (!picture || values.length === 0) return undefined;
    return {
      describe: ({ front, point }) => {
        const lambda = picture.fronts[front]?.lambdas?.[point];
        if (!lambda) return words.hull;
        const weights = labels.flatMap((label, i) =>
          lambda[i] > 0 ? [words.weight(label, formatNumber(lambda[i]))] : [],
        );
        return words.behind(weights.length > 0 ? weights.join(", ") : words.nothing);
      },
      onAdopt: ({ front, point }) => {
        const at = picture.fronts[front]?.points[point];
        if (!at) return;
        document.getState().edit((now) => withFrontPoint(now, values, picture.pair, at, others));
      },
    };
  }, [picture, values, labels, others, document, words]);
}
