import { sealStateAt } from './seal-state';

const validTo = '2027-11-28T08:00:00.000Z';

describe('how an electronic seal is shown', () => {
  it.each([
    ['ready', '2027-11-28T07:59:59.000Z', 'ready'],
    ['ready', validTo, 'expired'],
    ['suspended', '2028-01-01T00:00:00.000Z', 'expired'],
    ['revoked', '2028-01-01T00:00:00.000Z', 'revoked'],
  ] as const)('%s at %s is %s', (state, now, shown) => {
    expect(sealStateAt({ state, validTo }, Date.parse(now))).toBe(shown);
  });

  it('is in the making without an end', () => {
    expect(sealStateAt({ state: 'making', validTo: null }, Date.parse(validTo))).toBe('making');
  });
});
