import type { Sweep } from '../../jobs/sweeps';
import { untilEmpty } from '../../jobs/until-empty';
import { releasePhotos } from '../files';
import type { IdentityCheckRecord } from './identity-check.model';
import type { SettleDependencies } from './settle-check';

const HOUR_MS = 3_600_000;
/** Long enough to answer a complaint; what was decided stands in the audit log for good. */
const SETTLED_LIFE_MS = 30 * 24 * HOUR_MS;
const AT_ONCE = 200;

/** Removes checks that were settled a month ago: the account has what was confirmed, and nobody needs what was refused. */
export const settledChecksSweep = ({ identityChecks, files }: SettleDependencies): readonly Sweep[] => [
  {
    name: 'settled-identity-checks',
    everyMs: HOUR_MS,
    async run(now) {
      const settledAt = { $lte: new Date(now.getTime() - SETTLED_LIFE_MS) };
      return untilEmpty(AT_ONCE, async () => {
        const over = await identityChecks
          .find({ settledAt }, { _id: 1 })
          .limit(AT_ONCE)
          .lean<Pick<IdentityCheckRecord, '_id'>[]>();
        for (const { _id } of over) {
          // Once more: a crash may have left them kept.
          await releasePhotos(files, _id.toHexString());
          await identityChecks.deleteOne({ _id, settledAt });
        }
        return { found: over.length, done: over.length };
      });
    },
  },
];
