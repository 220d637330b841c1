/** One by one, so that of a large collection only what a stage keeps is in memory. */
export function* mapEach<T, R>(items: Iterable<T>, change: (item: T) => R): Iterable<R> {
  for (const item of items) yield change(item);
}

export function* flatMapEach<T, R>(items: Iterable<T>, change: (item: T) => Iterable<R>): Iterable<R> {
  for (const item of items) yield* change(item);
}

export function* filterEach<T>(items: Iterable<T>, accepts: (item: T) => boolean): Iterable<T> {
  for (const item of items) if (accepts(item)) yield item;
}

/** Ends before it asks for one too many. */
export function* slice<T>(items: Iterable<T>, from: number, end: number): Iterable<T> {
  if (from >= end) return;
  let position = 0;
  for (const item of items) {
    if (position >= from) yield item;
    position += 1;
    if (position >= end) return;
  }
}
