interface Entry {
  readonly id: string;
}

/** The entry `step` places from the current one, stopping at both ends; the first one when none is open. Null in an empty list. */
export function neighbourOf<Item extends Entry>(items: readonly Item[], currentId: string | null, step: 1 | -1) {
  const index = items.findIndex((item) => item.id === currentId);
  const target = index < 0 ? 0 : Math.min(Math.max(index + step, 0), items.length - 1);
  return items[target] ?? null;
}

/** What opens after a decision: the next one below that still waits, then those above. `decided` are no longer in the queue. */
export function nextToReview<Item extends Entry>(
  items: readonly Item[],
  currentId: string,
  decided: readonly string[],
): Item | null {
  const index = items.findIndex((item) => item.id === currentId);
  const waiting = (item: Item) => item.id !== currentId && !decided.includes(item.id);
  return items.slice(index + 1).find(waiting) ?? items.find(waiting) ?? null;
}
