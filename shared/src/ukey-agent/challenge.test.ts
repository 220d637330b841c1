import * as v from 'valibot';
import { type Challenge, challengeBytes, challengeSchema } from './challenge';

const CHALLENGE: Challenge = {
  purpose: 'sign-in',
  origin: 'https://desk.example.cn',
  nonce: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO-_',
  expiresAt: '2026-11-28T08:02:00.000Z',
};

describe('a challenge that a certificate answers', () => {
  it('has these bytes and no other', () => {
    expect(Buffer.from(challengeBytes(CHALLENGE)).toString('latin1')).toBe(
      [
        'certificate-acceptance challenge v1',
        'purpose: sign-in',
        'origin: https://desk.example.cn',
        'nonce: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO-_',
        'expires-at: 2026-11-28T08:02:00.000Z',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['purpose', { purpose: 'second-factor' }],
    ['origin', { origin: 'https://desk.example.cn:8443' }],
    ['nonce', { nonce: 'b'.repeat(43) }],
    ['time', { expiresAt: '2026-11-28T08:02:00.001Z' }],
  ] as const)('has other bytes for another %s', (_, change) => {
    expect(challengeBytes({ ...CHALLENGE, ...change })).not.toEqual(challengeBytes(CHALLENGE));
  });

  it.each([
    ['an unknown purpose', { purpose: 'contract' }],
    ['a line feed in a value', { origin: 'https://desk.example.cn\nnonce: x' }],
    ['a path behind the origin', { origin: 'https://desk.example.cn/' }],
    ['capitals, which no browser sends', { origin: 'https://DESK.example.cn' }],
    ['the default port, which no browser sends', { origin: 'https://desk.example.cn:443' }],
    ['no TLS', { origin: 'http://desk.example.cn' }],
    ['a name that is not ASCII', { origin: 'https://受理.example.cn' }],
    ['a user before the name', { origin: 'https://desk.example.cn@evil.cn' }],
    ['a short nonce', { nonce: 'a'.repeat(42) }],
    ['a padded nonce', { nonce: `${'a'.repeat(43)}=` }],
    ['another way to write the time', { expiresAt: '2026-11-28T16:02:00.000+08:00' }],
    ['a time without milliseconds', { expiresAt: '2026-11-28T08:02:00Z' }],
    ['a field too many', { account: 'x' }],
  ])('is none with %s', (_, change) => {
    expect(() => challengeBytes({ ...CHALLENGE, ...change } as Challenge)).toThrow(v.ValiError);
  });

  it.each(['http://localhost:10086', 'http://127.0.0.1:8080', 'https://desk.example.cn:8443'])(
    'may be of %s',
    (origin) => {
      expect(v.is(challengeSchema, { ...CHALLENGE, origin })).toBe(true);
    },
  );
});
