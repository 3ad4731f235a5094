import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { Palette } from "../../core/rows/palette.ts";
import { useSession } from "../kit/stores.ts";
import { AnalystContext } from "../kit/use-analysis.ts";

const QUIET_MS = 250;

/** The pictures of all pairs as far as they are there, newest palette first to be asked. */
export interface Pairs {
  readonly pictures: readonly RegionPicture[];
  readonly status: "idle" | "running" | "cancelled";
  readonly done: number;
  readonly share: number;
  cancel(): void;
  again(): void;
}

/** Asks for one pair after the other once the palette has settled; pictures of the palette before stay until theirs is there. */
export function usePairs(
  palette: Palette | null,
  pairs: readonly (readonly [number, number])[],
): Pairs {
  const analyst = useContext(AnalystContext);
  const stamp = useSession((s) => s.data?.stamp);
  const ready = useSession((s) => s.engine === "ready");
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<{ stamp: unknown; pictures: readonly RegionPicture[] }>({
    stamp,
    pictures: [],
  });
  const [run, setRun] = useState<Pick<Pairs, "status" | "done">>({ status: "idle", done: 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again for the same
  useEffect(() => {
    if (!analyst || !palette || !ready) return;
    let isWanted = true;
    const work = async () => {
      setRun({ status: "running", done: 0 });
      for (const [k, pair] of pairs.entries()) {
        const picture = await analyst.analyse("pair", { palette, pair }, () => undefined);
        if (!isWanted) return;
        if (!picture) {
          setRun((now) => (now.status === "cancelled" ? now : { ...now, status: "idle" }));
          return;
        }
        setKnown((now) => ({
          stamp,
          pictures: [
            ...(now.stamp === stamp ? now.pictures : []).filter((p) => !isSame(p.pair, pair)),
            picture,
          ],
        }));
        setRun({ status: "running", done: k + 1 });
      }
      setRun({ status: "idle", done: pairs.length });
    };
    const timer = setTimeout(() => void work(), QUIET_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      analyst.cancel("pair");
    };
  }, [analyst, palette, pairs, ready, stamp, round]);

  const cancel = useCallback(() => {
    setRun((now) => ({ ...now, status: "cancelled" }));
    analyst?.cancel("pair");
  }, [analyst]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  return useMemo(
    () => ({
      pictures: known.stamp === stamp ? known.pictures : [],
      status: run.status,
      done: run.done,
      share: run.done / Math.max(1, pairs.length),
      cancel,
      again,
    }),
    [known, stamp, run, pairs.length, cancel, again],
  );
}

function isSame(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
