import type { CertificateSummary } from '@acceptance/shared';
import type { StatusTone } from '../../../components/status-tag';

export type ShownState = CertificateSummary['state'] | 'expired';

export const STATE_TONES: Readonly<Record<ShownState, StatusTone>> = {
  requested: 'active',
  failed: 'bad',
  issued: 'good',
  suspended: 'attention',
  revoked: 'neutral',
  expired: 'neutral',
};

/** In the list and on its page: a certificate past its end is over; one that was revoked stays so. */
export function stateAt({ state, notAfter }: Pick<CertificateSummary, 'state' | 'notAfter'>, now: number): ShownState {
  const isOver = notAfter !== null && Date.parse(notAfter) <= now;
  return isOver && state !== 'revoked' ? 'expired' : state;
}

/** What may be done to a certificate; a suspended one can still be revoked, one that is over needs nothing more. */
export function deedsAt(state: ShownState): readonly ('suspend' | 'release' | 'revoke')[] {
  switch (state) {
    case 'issued':
      return ['suspend', 'revoke'];
    case 'suspended':
      return ['release', 'revoke'];
    default:
      return [];
  }
}
