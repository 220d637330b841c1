import { hindranceOf } from './unlock-hindrance';

const NOW = new Date('2026-12-04T02:00:00.000Z');
const VALID = { keyPlace: 'ukey', state: 'issued', notAfter: new Date('2027-12-04T02:00:00.000Z') } as const;

describe('whether the UKey of a certificate may get a new PIN', () => {
  it('is so while the certificate is valid', () => {
    expect(hindranceOf(VALID, NOW)).toBeNull();
  });

  it.each(['requested', 'failed', 'suspended', 'revoked'] as const)('is not so when it is %s', (state) => {
    expect(hindranceOf({ ...VALID, state }, NOW)).toBe('certificate-not-valid');
  });

  it('is not so from the moment at which it ends', () => {
    expect(hindranceOf({ ...VALID, notAfter: new Date(NOW.getTime() + 1) }, NOW)).toBeNull();
    expect(hindranceOf({ ...VALID, notAfter: NOW }, NOW)).toBe('certificate-not-valid');
  });

  it('says first that there is no UKey: no renewal would bring one', () => {
    expect(hindranceOf({ ...VALID, keyPlace: 'software', state: 'revoked' }, NOW)).toBe('not-in-ukey');
  });
});
