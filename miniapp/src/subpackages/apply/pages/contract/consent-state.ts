import type { ContractText, OrderView } from '@acceptance/shared';

/**
 * `open`: to be read and agreed to. `renew`: agreed to another text, this one must be read. `settled`: agreed to this
 * very text or signed; only looked at again.
 */
export type ConsentState = 'open' | 'renew' | 'settled';

export function consentState(contract: OrderView['contract'], text: Pick<ContractText, 'sha256'>): ConsentState {
  if (contract.state === 'unread') {
    return 'open';
  }
  return contract.state === 'consented' && contract.textSha256 !== text.sha256 ? 'renew' : 'settled';
}

/** Why one cannot agree yet, or null. */
export type ConsentObstacle = 'unread' | 'unticked' | 'hurried';

export interface ConsentFacts {
  readonly reachedEnd: boolean;
  readonly ticked: boolean;
  /** The end was reached faster than one can read. */
  readonly hurried: boolean;
  /** The second tick: it was said on purpose that all of it was read, the clauses of weight too. */
  readonly confirmsRead: boolean;
}

export function consentObstacle({ reachedEnd, ticked, hurried, confirmsRead }: ConsentFacts): ConsentObstacle | null {
  if (!reachedEnd) {
    return 'unread';
  }
  if (hurried && !confirmsRead) {
    return 'hurried';
  }
  return ticked ? null : 'unticked';
}
