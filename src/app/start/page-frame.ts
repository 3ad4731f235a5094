/** True where a page of another origin is around this one, however far out. */
export function isInForeignPage(window: Window & typeof globalThis): boolean {
  if (window.parent === window) return false;
  const { ancestorOrigins, origin } = window.location;
  if (ancestorOrigins) return [...ancestorOrigins].some((around) => around !== origin);
  for (let around = window.parent; ; around = around.parent) {
    if (!isReadable(around)) return true;
    if (around === around.parent) return false;
  }
}

/** A browser shows a page nothing of one of another origin. */
function isReadable(around: Window): boolean {
  try {
    return around.location.href !== "";
  } catch {
    return false;
  }
}
