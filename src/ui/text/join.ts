/** "A", "A and B", "A, B and C"; `and` is the language's conjunction. */
export function joinList(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${and} ${items[items.length - 1]}`;
}
