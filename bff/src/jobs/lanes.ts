/** What a lane says of itself. `inTurn`: jobs of one owner run one after the other, in the order in which they were put there. */
interface Lane {
  readonly concurrency: number;
  readonly inTurn?: true;
}

/**
 * Lanes by what their jobs wait for: whoever is slow costs its own lane only. `concurrency` is that of one process.
 * `money`: the payment gateway. `sealing`: our own processor and file store. `sms`, `wechat`: messages through that remote.
 * `issuing`: the certificate authority. `parcels`: who follows them.
 * `tasks`: what opens and settles tasks, database only. `upkeep`: everything that nobody waits for in front of a screen.
 */
export const LANES = {
  money: { concurrency: 4 },
  sealing: { concurrency: 2 },
  issuing: { concurrency: 4 },
  parcels: { concurrency: 2 },
  sms: { concurrency: 4 },
  wechat: { concurrency: 4 },
  // A task is not settled before it is opened.
  tasks: { concurrency: 2, inTurn: true },
  upkeep: { concurrency: 2 },
} as const satisfies Record<string, Lane>;

export type LaneName = keyof typeof LANES;
export const LANE_NAMES = Object.keys(LANES) as readonly LaneName[];
export const laneOf = (name: LaneName): Lane => LANES[name];
