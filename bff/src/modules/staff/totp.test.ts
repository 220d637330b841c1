import { matchTotp, otpauthUrl, totpCode, totpStep } from './totp';

const SECRET = Buffer.from('12345678901234567890');

describe('a time-based one-time password', () => {
  // RFC 6238, appendix B: SHA-1, eight digits.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %d is that of the RFC', (seconds, code) => {
    expect(totpCode(SECRET, totpStep(new Date(seconds * 1000)), 8)).toBe(code);
  });

  // RFC 4226, appendix D: six digits of the first counters.
  it.each([
    [0, '755224'],
    [1, '287082'],
    [9, '520489'],
  ])('of counter %d is that of the RFC', (counter, code) => {
    expect(totpCode(SECRET, counter)).toBe(code);
  });
});

describe('matching', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  const present = totpStep(now);

  it.each([-1, 0, 1])('takes the code of step %d from now', (distance) => {
    expect(matchTotp(SECRET, totpCode(SECRET, present + distance), now, 0)).toBe(present + distance);
  });

  it.each([-2, 2])('refuses the code of step %d from now', (distance) => {
    expect(matchTotp(SECRET, totpCode(SECRET, present + distance), now, 0)).toBeNull();
  });

  it('refuses a step that was used, and those before it', () => {
    expect(matchTotp(SECRET, totpCode(SECRET, present), now, present)).toBeNull();
    expect(matchTotp(SECRET, totpCode(SECRET, present - 1), now, present)).toBeNull();
    expect(matchTotp(SECRET, totpCode(SECRET, present + 1), now, present)).toBe(present + 1);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('refuses %j, which is no code', (code) => {
    expect(matchTotp(SECRET, code, now, 0)).toBeNull();
  });
});

test('the address for a QR code names issuer, account and secret', () => {
  const url = new URL(otpauthUrl({ issuer: '示例 CA', account: 'zhang', secret: 'MZXW6' }));
  expect(url.protocol).toBe('otpauth:');
  expect(decodeURIComponent(url.pathname)).toBe('/示例 CA:zhang');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    secret: 'MZXW6',
    issuer: '示例 CA',
  });
});
