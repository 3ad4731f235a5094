/** Waits until `read` gives something, or null once `isOver`. */
export function until<T>(
  subscribe: (listener: () => void) => () => void,
  read: () => T | null,
  isOver: () => boolean,
): Promise<T | null> {
  return new Promise((resolve) => {
    const settle = () => {
      const value = read();
      if (value === null && !isOver()) return false;
      resolve(value);
      return true;
    };
    if (settle()) return;
    const stop = subscribe(() => settle() && stop());
  });
}
