import type { ElectronicSealView } from '@acceptance/shared';
import type { StatusTone } from '../../components/status-tag';

export type ShownSealState = ElectronicSealView['state'] | 'expired';

/** A seal past its end is over; one that was revoked stays so. */
export const sealStateAt = (
  { state, validTo }: Pick<ElectronicSealView, 'state' | 'validTo'>,
  now: number,
): ShownSealState =>
  (state === 'ready' || state === 'suspended') && validTo !== null && Date.parse(validTo) <= now ? 'expired' : state;

export const SEAL_TONES: Readonly<Record<ShownSealState, StatusTone>> = {
  making: 'active',
  failed: 'bad',
  ready: 'good',
  suspended: 'attention',
  revoked: 'neutral',
  expired: 'neutral',
};
