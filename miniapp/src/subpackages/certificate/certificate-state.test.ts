import { daysLeft, shownState } from './certificate-state';

const notAfter = '2027-11-28T08:00:00.000Z';

describe('how a certificate is shown', () => {
  it.each([
    ['issued', '2027-11-28T07:59:59.000Z', 'issued'],
    ['issued', notAfter, 'expired'],
    ['suspended', '2028-01-01T00:00:00.000Z', 'expired'],
    ['revoked', '2028-01-01T00:00:00.000Z', 'revoked'],
  ] as const)('%s at %s is %s', (state, now, shown) => {
    expect(shownState({ state, notAfter }, new Date(now))).toBe(shown);
  });

  it('is in the making without an end', () => {
    expect(shownState({ state: 'requested', notAfter: null }, new Date(notAfter))).toBe('requested');
  });

  it('counts whole days, never below none', () => {
    expect(daysLeft(notAfter, new Date('2027-11-26T08:00:00.000Z'))).toBe(2);
    expect(daysLeft(notAfter, new Date('2027-11-28T00:00:00.000Z'))).toBe(0);
    expect(daysLeft(notAfter, new Date('2028-11-28T00:00:00.000Z'))).toBe(0);
  });
});
