import type { CertificateSummary } from '@acceptance/shared';

export type ShownState = CertificateSummary['state'] | 'expired';

const DAY_MS = 86_400_000;

/** As its holder should see it now: one that is over is over, whatever else it is. */
export const shownState = (
  { state, notAfter }: Pick<CertificateSummary, 'state' | 'notAfter'>,
  now: Date,
): ShownState =>
  (state === 'issued' || state === 'suspended') && notAfter !== null && new Date(notAfter) <= now ? 'expired' : state;

/** Whole days until it ends; 0 on the last one. */
export const daysLeft = (notAfter: string, now: Date): number =>
  Math.max(0, Math.floor((new Date(notAfter).getTime() - now.getTime()) / DAY_MS));

export const STATE_TONES = {
  requested: 'active',
  failed: 'bad',
  issued: 'good',
  suspended: 'active',
  revoked: 'neutral',
  expired: 'neutral',
} as const satisfies Record<ShownState, string>;
