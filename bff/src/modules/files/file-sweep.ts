import type { Logger } from 'pino';
import type { RecordedRun } from '../../jobs/run-job';
import type { Sweep } from '../../jobs/sweeps';
import { untilEmpty } from '../../jobs/until-empty';
import type { FileRecord } from './file.model';
import { type FileHolder, isKept } from './file-holder';
import { UNDO_MS } from './leave-order';
import { type FileRemoval, removeUnused } from './remove-file';

export interface FileSweepDependencies extends FileRemoval {
  /** Puts a removal into the audit log. */
  readonly recordRun: (run: RecordedRun) => Promise<void>;
  readonly logger: Logger;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** An upload that was put into no order: whoever comes back on the same day still has it. */
const UNUSED_MS = DAY_MS;
const EVERY_MS = 10 * MINUTE_MS;
/** With these half a million files are looked at in a day. */
const AT_ONCE = 500;
const TURNS = 10;

const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

function isOver(file: FileRecord, holder: FileHolder | undefined, now: Date): boolean {
  // Held for so long: the upload or the removal has died.
  if (file.heldBy !== undefined || !holder) {
    return true;
  }
  const until = file.leftAt ? later(file.leftAt, UNDO_MS) : later(file.createdAt, UNUSED_MS);
  return !isKept(holder, file) && until <= now;
}

/** Looks at some of the files whose turn it is. */
async function look(dependencies: FileSweepDependencies, now: Date): Promise<{ looked: number; removed: number }> {
  const { files, findFileHolders, recordRun } = dependencies;
  const due = await files
    .find({ checkAt: { $lte: now } })
    .sort({ checkAt: 1 })
    .limit(AT_ONCE)
    .lean<FileRecord[]>();
  const holders = await findFileHolders([...new Set(due.map(({ orderId }) => orderId))]);
  const over = due.filter((file) => isOver(file, holders.get(file.orderId), now));
  let removed = 0;
  for (const { _id, checkAt } of over) {
    // Put off first, so that one that cannot be removed does not keep the others waiting.
    if (await removeUnused(dependencies, _id, { where: { checkAt }, checkAt: later(now, HOUR_MS) })) {
      removed += 1;
      await recordRun({ at: now, object: `file:${_id.toHexString()}`, job: 'remove-left-over-file', outcome: 'done' });
    }
  }
  for (const [kept, ms] of [
    [true, DAY_MS],
    [false, HOUR_MS],
  ] as const) {
    const some = due.filter((file) => {
      const holder = holders.get(file.orderId);
      return !over.includes(file) && holder !== undefined && isKept(holder, file) === kept;
    });
    const _id = { $in: some.map((file) => file._id) };
    await files.updateMany({ _id, checkAt: { $lte: now } }, { $set: { checkAt: later(now, ms) } });
  }
  return { looked: due.length, removed };
}

/** Removes files whose order is gone or does not need them, and what uploads and removals that died have left. */
export const fileSweep = (needs: FileSweepDependencies): readonly Sweep[] => [
  {
    name: 'left-over-files',
    everyMs: EVERY_MS,
    async run(now) {
      let removed = 0;
      // Each that was looked at has its next turn later.
      const swept = await untilEmpty(
        AT_ONCE,
        async () => {
          const some = await look(needs, now);
          removed += some.removed;
          return { found: some.looked, done: some.looked };
        },
        TURNS,
      );
      if (removed > 0) {
        needs.logger.warn({ removed }, 'files that no order needs were removed');
      }
      return swept;
    },
  },
];
