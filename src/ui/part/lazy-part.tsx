import { type ComponentType, lazy, useState } from "react";
import { PartBoundary, PartMissing } from "./part-boundary.tsx";

/** How a part is fetched, and its newest attempt. */
interface Attempts<P> {
  readonly begin: () => ComponentType<P>;
  newest: ComponentType<P>;
}

/**
 * A component whose code is fetched when it is first shown, under the `Suspense` around it. Where that fails a sentence stands
 * in its place, with a button that tries again; and one that closes it, where `close` says how.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  close?: (props: P) => void,
): ComponentType<P> {
  const begin = () => lazy(async () => ({ default: await loaded(load) })) as ComponentType<P>;
  const attempts: Attempts<P> = { begin, newest: begin() };
  return (props) => <NewestAttempt attempts={attempts} part={props} close={close} />;
}

function NewestAttempt<P extends object>({
  attempts,
  part,
  close,
}: {
  attempts: Attempts<P>;
  part: P;
  close?: (props: P) => void;
}) {
  const [{ Part }, setShown] = useState({ Part: attempts.newest });
  const again = () => {
    attempts.newest = attempts.begin();
    setShown({ Part: attempts.newest });
  };
  return (
    <PartBoundary onRetry={again} onClose={close && (() => close(part))}>
      <Part {...part} />
    </PartBoundary>
  );
}

async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new PartMissing("invalid part: not loaded", { cause });
  }
}
