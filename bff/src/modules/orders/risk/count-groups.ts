type Hashes = readonly string[] | undefined;

/** How many different values others have, besides one's own: hashes of one value share at least one key. */
export function countOthers(own: Hashes, others: readonly Hashes[]): number {
  const known: Set<string>[] = [new Set(own)];
  for (const hashes of others) {
    const same = known.find((group) => hashes?.some((hash) => group.has(hash)));
    if (same) {
      hashes?.forEach((hash) => void same.add(hash));
    } else if (hashes && hashes.length > 0) {
      known.push(new Set(hashes));
    }
  }
  return known.length - 1;
}
