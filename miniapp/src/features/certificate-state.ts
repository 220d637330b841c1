import type { CertificateSummary } from '@acceptance/shared';
import type { StatusTone } from '../components/status-tag';

export type ShownState = CertificateSummary['state'] | 'expired';

export const CERTIFICATE_TONES: Readonly<Record<ShownState, StatusTone>> = {
  requested: 'active',
  failed: 'bad',
  issued: 'good',
  suspended: 'attention',
  revoked: 'neutral',
  expired: 'neutral',
};

/** A certificate past its end is over; one that was revoked stays so. */
export function stateAt({ state, notAfter }: Pick<CertificateSummary, 'state' | 'notAfter'>, now: number): ShownState {
  const isOver = notAfter !== null && Date.parse(notAfter) <= now;
  return isOver && state !== 'revoked' ? 'expired' : state;
}

const DAY_MS = 86_400_000;

/** Whole days until it ends; 0 on the last one. */
export const daysLeft = (notAfter: string, now: number): number =>
  Math.max(0, Math.floor((Date.parse(notAfter) - now) / DAY_MS));
