import { randomBytes } from 'node:crypto';
import { hashOf, newFamily, newRefreshToken, readRefreshToken } from './session-tokens';

const SESSION = '0123456789abcdef01234567';

describe('a refresh token', () => {
  it('names its session and its family, and is never the same', () => {
    const family = newFamily(randomBytes);
    const [first, second] = [0, 1].map(() => newRefreshToken(SESSION, family, randomBytes)) as [string, string];
    expect(first).not.toBe(second);
    expect(readRefreshToken(first)).toEqual({ hash: hashOf(first), of: { sessionId: SESSION, family } });
    expect(readRefreshToken(second).of).toEqual({ sessionId: SESSION, family });
  });

  it('has 256 random bits beside the family', () => {
    const sizes: number[] = [];
    const counted = (size: number) => {
      sizes.push(size);
      return randomBytes(size);
    };
    newRefreshToken(SESSION, newFamily(counted), counted);
    expect(sizes).toEqual([16, 32]);
  });

  it.each([
    ['from before there were families', 'x'.repeat(43)],
    ['with another id', `${'z'.repeat(24)}.${'x'.repeat(65)}`],
    ['that is too short', `${SESSION}.${'x'.repeat(64)}`],
    ['that is too long', `${SESSION}.${'x'.repeat(66)}`],
    ['turned round', `${'x'.repeat(65)}.${SESSION}`],
  ])('%s names no session', (_title, token) => {
    expect(readRefreshToken(token)).toEqual({ hash: hashOf(token), of: null });
  });
});
