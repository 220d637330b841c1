import type { FrameLoad } from '../../../components/page-frame';

/** Several loads as one for the frame: complete when all are, with the first problem, reloaded together. */
export function joinLoads(...loads: readonly FrameLoad[]): FrameLoad {
  return {
    data: loads.every((load) => load.data !== null) ? true : null,
    loading: loads.some((load) => load.loading),
    problem: loads.find((load) => load.problem !== null)?.problem ?? null,
    reload: async () => {
      await Promise.all(loads.map((load) => load.reload()));
    },
  };
}
