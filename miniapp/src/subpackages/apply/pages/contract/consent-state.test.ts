import { CONTRACT_STATES } from '@acceptance/shared';
import { consentObstacle, consentState } from './consent-state';

const contract = (part: object) => ({
  state: 'unread' as const,
  contractNumber: null,
  version: null,
  textSha256: null,
  sha256: null,
  fileSha256: null,
  sealedAt: null,
  timestamp: null,
  ...part,
});

describe('where consent stands', () => {
  it('is open until the text was agreed to', () => {
    expect(consentState(contract({}), { sha256: 'a' })).toBe('open');
  });

  it('is settled for the text that was agreed to, and to be renewed for another', () => {
    const consented = contract({ state: 'consented', textSha256: 'a' });
    expect(consentState(consented, { sha256: 'a' })).toBe('settled');
    expect(consentState(consented, { sha256: 'b' })).toBe('renew');
  });

  it.each(CONTRACT_STATES.filter((state) => state !== 'unread' && state !== 'consented'))(
    'is settled once the contract is %s, whatever the text',
    (state) => {
      expect(consentState(contract({ state, textSha256: 'a' }), { sha256: 'b' })).toBe('settled');
    },
  );
});

describe('what keeps one from agreeing', () => {
  const facts = { reachedEnd: true, ticked: true, hurried: false, confirmsRead: false };

  it('is first the unread end, then the tick', () => {
    expect(consentObstacle({ ...facts, reachedEnd: false, ticked: false })).toBe('unread');
    expect(consentObstacle({ ...facts, reachedEnd: false })).toBe('unread');
    expect(consentObstacle({ ...facts, ticked: false })).toBe('unticked');
    expect(consentObstacle(facts)).toBeNull();
  });

  it('is a second tick after a flick to the end', () => {
    expect(consentObstacle({ ...facts, hurried: true })).toBe('hurried');
    expect(consentObstacle({ ...facts, hurried: true, confirmsRead: true })).toBeNull();
    expect(consentObstacle({ ...facts, hurried: true, confirmsRead: true, ticked: false })).toBe('unticked');
  });
});
