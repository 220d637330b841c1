import { TASK_KIND_NAMES } from '@acceptance/shared';
import { defineGauges, type GaugeGroup, KEEP_STORED_MS, samplesBy } from '../../metrics/gauge-group';
import type { TaskModel } from './task.model';

export interface TaskGaugesDependencies {
  readonly tasks: TaskModel;
  readonly now: () => Date;
}

interface KindCount {
  readonly _id: string;
  readonly open: number;
  readonly overdue: number;
}

const READ_LIMIT_MS = 2000;

/** Found by the index of `closedAt`. */
const countOpen = (tasks: TaskModel, now: Date): Promise<KindCount[]> =>
  tasks
    .aggregate<KindCount>([
      { $match: { closedAt: null } },
      {
        $group: {
          _id: '$kind',
          open: { $sum: 1 },
          overdue: { $sum: { $cond: [{ $lte: ['$dueAt', now] }, 1, 0] } },
        },
      },
    ])
    .option({ maxTimeMS: READ_LIMIT_MS })
    .exec();

/** What waits for somebody at the desk: the same for each process that is asked. */
export const taskGauges = ({ tasks, now }: TaskGaugesDependencies): GaugeGroup =>
  defineGauges({
    source: 'tasks',
    keepMs: KEEP_STORED_MS,
    gauges: {
      bff_tasks_open: { help: 'Open tasks of the staff', labels: ['kind'] },
      bff_tasks_overdue: { help: 'Open tasks whose time is over', labels: ['kind'] },
    },
    async read() {
      const counts = new Map((await countOpen(tasks, now())).map((count) => [count._id, count]));
      const kinds = [...new Set([...TASK_KIND_NAMES, ...counts.keys()])];
      return {
        bff_tasks_open: samplesBy('kind', kinds, (kind) => counts.get(kind)?.open ?? 0),
        bff_tasks_overdue: samplesBy('kind', kinds, (kind) => counts.get(kind)?.overdue ?? 0),
      };
    },
  });
