import type { Sweep } from '../../jobs/sweeps';
import type { FaceCheckModel } from './face-check.model';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The vendor keeps a result so long; afterwards nobody can ask for it. */
const RESULT_LIFE_MS = 3 * DAY_MS;
/** Long enough to answer a complaint; who was verified and how stands in the account and in the audit log. */
const SETTLED_LIFE_MS = 30 * DAY_MS;

/** Ends what nobody came back to, with what was asked, and removes what has ended a month ago. */
export const faceCheckSweep = ({ faceChecks }: { readonly faceChecks: FaceCheckModel }): readonly Sweep[] => [
  {
    name: 'face-checks',
    everyMs: HOUR_MS,
    async run(now) {
      const before = (lifeMs: number) => ({ $lte: new Date(now.getTime() - lifeMs) });
      await faceChecks.updateMany(
        { state: 'open', expiresAt: before(RESULT_LIFE_MS) },
        { $set: { state: 'expired', settledAt: now }, $unset: { openFor: 1, asked: 1 } },
      );
      await faceChecks.deleteMany({ settledAt: before(SETTLED_LIFE_MS) });
    },
  },
];
