/** Who imports whom, by name. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Groups of nodes that reach each other (strongly connected components of more than one node, by Tarjan's algorithm).
 * Each group, and the list of groups, is sorted.
 */
export function findCycles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];

  const visit = (node: string): number => {
    const own = order.size;
    order.set(node, own);
    open.push(node);
    let low = own;
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) {
        low = Math.min(low, visit(next));
      } else if (open.includes(next)) {
        low = Math.min(low, lowest.get(next) ?? order.get(next) ?? own);
      }
    }
    lowest.set(node, low);
    if (low === own) {
      const group = open.splice(open.indexOf(node));
      if (group.length > 1) {
        cycles.push(group.sort());
      }
    }
    return low;
  };

  for (const node of [...graph.keys()].sort()) {
    if (!order.has(node)) {
      visit(node);
    }
  }
  return cycles.sort((one, other) => one.join().localeCompare(other.join()));
}
