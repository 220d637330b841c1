import type { FaceCheckView, IdentityCheckReason, IdentityState } from '@acceptance/shared';
import { faceWayFor } from './face-way';

const check: FaceCheckView = {
  id: '0'.repeat(24),
  state: 'open',
  failure: null,
  url: 'https://face.example/x',
  expiresAt: '2026-12-01T04:00:00.000Z',
};
const wayOf = (reason: IdentityCheckReason | null, face: IdentityState['face']) =>
  faceWayFor({ phoneMasked: '138****1234', triesLeft: 3, blockedUntil: null, check: null, draft: null, face }, reason);

describe('the way by face', () => {
  it.each([
    ['contested', 'offer'],
    ['unavailable', 'offer'],
    ['document', null],
    ['name', null],
    [null, null],
  ] as const)('when staff are offered because of %s: %p', (reason, way) => {
    expect(wayOf(reason, { startsLeft: 3, check: null })).toBe(way);
  });

  it('is none where it is not configured, and before anything is known', () => {
    expect(wayOf('contested', null)).toBeNull();
    expect(faceWayFor(null, 'contested')).toBeNull();
  });

  it('is resumed while one is open, whatever the reason', () => {
    expect(wayOf(null, { startsLeft: 0, check })).toBe('resume');
  });

  it.each(['expired', 'failed', 'closed'] as const)('can be begun again after one that is %s', (state) => {
    expect(wayOf('contested', { startsLeft: 2, check: { ...check, state, url: null } })).toBe('offer');
  });

  it('says when no start is left', () => {
    expect(wayOf('contested', { startsLeft: 0, check: null })).toBe('used-up');
  });
});
