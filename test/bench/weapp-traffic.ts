import type { Host } from '../host';

/** What went from the code to the views. */
export interface Traffic {
  readonly calls: number;
  readonly bytes: number;
}

/** Counts `setData` by page; bytes are those of the data as JSON, which is how it crosses. */
export function countTraffic(host: Host) {
  const byPage = new Map<string, Traffic>();
  host.on({
    setData(path, patch) {
      const { calls, bytes } = byPage.get(path) ?? { calls: 0, bytes: 0 };
      byPage.set(path, { calls: calls + 1, bytes: bytes + Buffer.byteLength(JSON.stringify(patch) ?? '') });
    },
  });
  const total = (): Traffic =>
    [...byPage.values()].reduce((sum, { calls, bytes }) => ({ calls: sum.calls + calls, bytes: sum.bytes + bytes }), {
      calls: 0,
      bytes: 0,
    });
  return {
    pages: (): ReadonlyMap<string, Traffic> => byPage,
    /** What went while `work` was done and its consequences were drawn. */
    async during(work: () => Promise<void>): Promise<Traffic> {
      await host.running().activity.whenIdle();
      const before = total();
      await work();
      await host.running().activity.whenIdle();
      const after = total();
      return { calls: after.calls - before.calls, bytes: after.bytes - before.bytes };
    },
  };
}
