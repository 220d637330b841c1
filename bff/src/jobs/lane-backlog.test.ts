import { sumByLane } from './lane-backlog';
import { LANE_NAMES, type LaneName } from './lanes';

const NOW = new Date('2026-11-28T09:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const LANES_OF: Readonly<Record<string, LaneName>> = {
  'order|seal': 'sealing',
  'order|tell': 'sms',
  'export|tell': 'upkeep',
};
const laneOfJob = (queue: string, job: string) => LANES_OF[`${queue}|${job}`];

it('sums up what is due by lane, over all queues, the oldest first due', () => {
  const due = [
    { queue: 'order', job: 'seal', waiting: 3, oldest: ago(40) },
    { queue: 'order', job: 'tell', waiting: 2, oldest: ago(5) },
    { queue: 'export', job: 'tell', waiting: 1, oldest: ago(7) },
    { queue: 'order', job: 'of-another-version', waiting: 4, oldest: ago(86_400) },
    { queue: 'export', job: 'of-another-version', waiting: 1, oldest: ago(1) },
  ];
  const lanes = sumByLane(due, laneOfJob, NOW);
  expect(lanes.filter(({ waiting }) => waiting > 0)).toEqual([
    { lane: 'sealing', waiting: 3, oldestDueMs: 40_000 },
    { lane: 'sms', waiting: 2, oldestDueMs: 5000 },
    { lane: 'upkeep', waiting: 1, oldestDueMs: 7000 },
    { lane: 'unhandled', waiting: 5, oldestDueMs: 86_400_000 },
  ]);
});

it('has a zero for each lane in which nothing is due', () => {
  const empty = [...LANE_NAMES, 'unhandled'].map((lane) => ({ lane, waiting: 0, oldestDueMs: 0 }));
  expect(sumByLane([], laneOfJob, NOW)).toEqual(empty);
});
