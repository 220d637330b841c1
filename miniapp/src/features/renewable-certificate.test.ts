import { renewableCertificate } from './renewable-certificate';

const DAY = 86_400_000;
const now = Date.UTC(2027, 9, 1);
const certificate = (id: string, days: number, changes: object = {}) => ({
  id,
  state: 'issued' as const,
  notAfter: new Date(now + days * DAY).toISOString(),
  revocationReason: null,
  replacesId: null,
  ...changes,
});

describe('the certificate to be renewed', () => {
  it('is the one that ends first', () => {
    expect(renewableCertificate([certificate('a', 59), certificate('b', 12)], now)?.id).toBe('b');
  });

  it('is one that has ended a few days ago, none that ended long ago or is good for long', () => {
    expect(renewableCertificate([certificate('a', -5)], now)?.id).toBe('a');
    expect(renewableCertificate([certificate('a', -31), certificate('b', 61)], now)).toBeNull();
  });

  it('is none that has a good successor, is on hold, revoked or not made yet', () => {
    expect(renewableCertificate([certificate('a', 12), certificate('b', 400, { replacesId: 'a' })], now)).toBeNull();
    expect(renewableCertificate([certificate('a', 12, { state: 'suspended' })], now)).toBeNull();
    const revoked = { state: 'revoked', revocationReason: 'superseded' };
    expect(renewableCertificate([certificate('a', 12, revoked)], now)).toBeNull();
    expect(renewableCertificate([certificate('a', 12, { state: 'requested', notAfter: null })], now)).toBeNull();
  });

  it('is the old one again when its successor was revoked', () => {
    const successor = certificate('b', 400, { replacesId: 'a', state: 'revoked', revocationReason: 'unspecified' });
    expect(renewableCertificate([certificate('a', 12), successor], now)?.id).toBe('a');
  });
});
