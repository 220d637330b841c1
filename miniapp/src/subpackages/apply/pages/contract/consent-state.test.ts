import { CONTRACT_STATES } from '@acceptance/shared';
import { consentObstacle, consentState } from './consent-state';

const contract = (part: object) => ({
  state: 'unread' as const,
  contractNumber: null,
  version: null,
  sha256: null,
  sealedAt: null,
  ...part,
});

describe('where consent stands', () => {
  it('is open until the text was agreed to', () => {
    expect(consentState(contract({}), { version: '2026.11' })).toBe('open');
  });

  it('is settled for the version that was agreed to, and to be renewed for another', () => {
    const consented = contract({ state: 'consented', version: '2026.11' });
    expect(consentState(consented, { version: '2026.11' })).toBe('settled');
    expect(consentState(consented, { version: '2026.12' })).toBe('renew');
  });

  it.each(CONTRACT_STATES.filter((state) => state !== 'unread' && state !== 'consented'))(
    'is settled once the contract is %s, whatever the version',
    (state) => {
      expect(consentState(contract({ state, version: '2026.11' }), { version: '2026.12' })).toBe('settled');
    },
  );
});

describe('what keeps one from agreeing', () => {
  it('is first the unread end, then the tick', () => {
    expect(consentObstacle(false, false)).toBe('unread');
    expect(consentObstacle(false, true)).toBe('unread');
    expect(consentObstacle(true, false)).toBe('unticked');
    expect(consentObstacle(true, true)).toBeNull();
  });
});
