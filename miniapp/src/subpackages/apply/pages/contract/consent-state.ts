import type { ContractText, OrderView } from '@acceptance/shared';

/**
 * `open`: to be read and agreed to. `renew`: agreed to an older version, the new one must be read. `settled`: agreed to
 * this version or signed; only looked at again.
 */
export type ConsentState = 'open' | 'renew' | 'settled';

export function consentState(contract: OrderView['contract'], text: Pick<ContractText, 'version'>): ConsentState {
  if (contract.state === 'unread') {
    return 'open';
  }
  return contract.state === 'consented' && contract.version !== text.version ? 'renew' : 'settled';
}

/** Why one cannot agree yet, or null. */
export type ConsentObstacle = 'unread' | 'unticked';

export function consentObstacle(reachedEnd: boolean, ticked: boolean): ConsentObstacle | null {
  if (!reachedEnd) {
    return 'unread';
  }
  return ticked ? null : 'unticked';
}
