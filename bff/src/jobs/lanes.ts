/**
 * Lanes by what their jobs wait for: whoever is slow costs its own lane only. `concurrency` is that of one process.
 * `money`: the payment gateway. `sealing`: our own processor and file store. `sms`, `wechat`: messages through that remote.
 * `tasks`: what opens and settles tasks, database only. `upkeep`: everything that nobody waits for in front of a screen.
 */
export const LANES = {
  money: { concurrency: 4 },
  sealing: { concurrency: 2 },
  sms: { concurrency: 4 },
  wechat: { concurrency: 4 },
  tasks: { concurrency: 2 },
  upkeep: { concurrency: 2 },
} as const satisfies Record<string, { readonly concurrency: number }>;

export type LaneName = keyof typeof LANES;
export const LANE_NAMES = Object.keys(LANES) as readonly LaneName[];
