/** A throttle: calls at once, then at most once in so many milliseconds; the last of the calls in between is made up for. */
export function throttle(milliseconds: number, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasLateCall = false;
  return () => {
    hasLateCall = timer !== undefined;
    if (hasLateCall) return;
    call();
    timer = setTimeout(function rest() {
      timer = undefined;
      if (!hasLateCall) return;
      hasLateCall = false;
      call();
      timer = setTimeout(rest, milliseconds);
    }, milliseconds);
  };
}
