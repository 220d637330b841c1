import { daysLeft, stateAt } from './certificate-state';

const notAfter = '2027-11-28T08:00:00.000Z';
const end = Date.parse(notAfter);

describe('how a certificate is shown', () => {
  it('is over from its last moment on, unless it was revoked', () => {
    expect(stateAt({ state: 'issued', notAfter }, end - 1)).toBe('issued');
    expect(stateAt({ state: 'issued', notAfter }, end)).toBe('expired');
    expect(stateAt({ state: 'suspended', notAfter }, end)).toBe('expired');
    expect(stateAt({ state: 'revoked', notAfter }, end)).toBe('revoked');
    expect(stateAt({ state: 'requested', notAfter: null }, end)).toBe('requested');
  });

  it('counts whole days, never below none', () => {
    expect(daysLeft(notAfter, Date.parse('2027-11-26T08:00:00.000Z'))).toBe(2);
    expect(daysLeft(notAfter, Date.parse('2027-11-28T00:00:00.000Z'))).toBe(0);
    expect(daysLeft(notAfter, Date.parse('2028-11-28T00:00:00.000Z'))).toBe(0);
  });
});
