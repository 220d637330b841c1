import type { ShownState } from '../../../features/certificate-state';

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
