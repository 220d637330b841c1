import type { Sweep } from '../../jobs/sweeps';
import { endOverdue } from './request-unlock';
import type { UkeyUnlockModel } from './ukey-unlock.model';

const HOUR_MS = 3_600_000;
/** Long enough to be asked about; what was done stays with its certificate. */
const VAIN_LIFE_MS = 30 * 24 * HOUR_MS;

/** Ends requests that nobody came for, and removes those that came to nothing: asking and taking back must not pile up. */
export const unlockSweeps = (needs: { readonly ukeyUnlocks: UkeyUnlockModel }): readonly Sweep[] => [
  {
    name: 'ukey-unlocks',
    everyMs: HOUR_MS,
    async run(now) {
      await endOverdue(needs, now);
      const endedAt = { $lte: new Date(now.getTime() - VAIN_LIFE_MS) };
      await needs.ukeyUnlocks.deleteMany({ state: { $in: ['cancelled', 'expired'] }, endedAt });
    },
  },
];
