/** Calls at once, then at most once in so many milliseconds, the last time included. */
export function atMostEvery(milliseconds: number, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  return () => {
    isLate = timer !== undefined;
    if (isLate) return;
    call();
    timer = setTimeout(function rest() {
      timer = undefined;
      if (!isLate) return;
      isLate = false;
      call();
      timer = setTimeout(rest, milliseconds);
    }, milliseconds);
  };
}
