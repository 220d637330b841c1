import { deedsAt, stateAt } from './certificate-state';

const notAfter = '2027-11-28T08:00:00.000Z';
const end = Date.parse(notAfter);

describe('a certificate in the inventory', () => {
  it('is over from its last moment on, unless it was revoked', () => {
    expect(stateAt({ state: 'issued', notAfter }, end - 1)).toBe('issued');
    expect(stateAt({ state: 'issued', notAfter }, end)).toBe('expired');
    expect(stateAt({ state: 'suspended', notAfter }, end)).toBe('expired');
    expect(stateAt({ state: 'revoked', notAfter }, end)).toBe('revoked');
    expect(stateAt({ state: 'requested', notAfter: null }, end)).toBe('requested');
  });

  it('can be put on hold and taken off, and revoked from both', () => {
    expect(deedsAt('issued')).toEqual(['suspend', 'revoke']);
    expect(deedsAt('suspended')).toEqual(['release', 'revoke']);
  });

  it('is left alone before it is issued and after its end', () => {
    expect((['requested', 'failed', 'revoked', 'expired'] as const).flatMap(deedsAt)).toEqual([]);
  });
});
