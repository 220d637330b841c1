import { createHash, createPrivateKey } from 'node:crypto';
import { secretProblems } from './secret-problems';
import { createSigningFilesMaker, type SigningFilesMaker } from './testing/signing-files';

/** Looks random and is the same in every run. */
const bytesOf = (seed: string): Buffer => createHash('sha256').update(seed).digest();
const keyOf = (bytes: Buffer | number[]): string => Buffer.from(bytes).toString('base64');
const counted = (at: (index: number) => number): number[] => Array.from({ length: 32 }, (_, index) => at(index) & 0xff);

const SECRETS = {
  FIELD_ENCRYPTION_KEY: keyOf(bytesOf('a')),
  LOOKUP_HASH_KEY: keyOf(bytesOf('b')),
  ACCESS_TOKEN_KEY: keyOf(bytesOf('c')),
  ACCESS_TOKEN_PREVIOUS_KEY: keyOf(bytesOf('d')),
  WECHAT_PAY_API_V3_KEY: 'k7Qz2mVb9XwT4cRj8LsN6hYd3FgP5uEa',
  WECHAT_APP_SECRET: 'application-secret-value',
  TENCENT_CLOUD_SECRET_KEY: 'cloud-secret-value',
  SMTP_PASSWORD: 'mail-secret-value',
};
let maker: SigningFilesMaker;
beforeAll(async () => {
  maker = await createSigningFilesMaker();
});
const problemsOf = (change: Record<string, string | undefined>, merchantKeyPem = maker.otherKeyPem) =>
  secretProblems(
    { ...SECRETS, ...change },
    { CONTRACT_SIGNER_KEY_FILE: maker.signerKeyPem, WECHAT_PAY_MERCHANT_KEY_FILE: merchantKeyPem },
  );

it('finds nothing in secrets that are random and different, nor in those that are missing', () => {
  expect(problemsOf({})).toEqual([]);
  expect(secretProblems({}, { CONTRACT_SIGNER_KEY_FILE: '', WECHAT_PAY_MERCHANT_KEY_FILE: '' })).toEqual([]);
});

describe('a key that is not random', () => {
  it.each([
    ['all zero', counted(() => 0)],
    ['one byte repeated', counted(() => 0x5a)],
    ['ascending', counted((index) => index)],
    ['ascending over the end of the bytes', counted((index) => 240 + index)],
    ['descending', counted((index) => 200 - index)],
    ['in steps of seven', counted((index) => 7 * index)],
    ['sixteen bytes written twice', [...bytesOf('e').subarray(0, 16), ...bytesOf('e').subarray(0, 16)]],
    ['of fifteen different bytes', counted((index) => ((index * index) % 15) + (index % 15))],
  ])('is refused: %s', (_title, bytes) => {
    for (const name of ['FIELD_ENCRYPTION_KEY', 'LOOKUP_HASH_KEY', 'ACCESS_TOKEN_KEY', 'ACCESS_TOKEN_PREVIOUS_KEY']) {
      expect(problemsOf({ [name]: keyOf(bytes) })).toEqual([expect.stringContaining(`${name}: is not random`)]);
    }
  });

  it('is told by the number of different bytes: fifteen are too few, sixteen enough', () => {
    // Sorted, so that the list is neither in equal steps nor a repetition.
    const withDistinct = (count: number) => counted((index) => 11 * (index % count)).toSorted();
    const distinctOf = (bytes: number[]) => new Set(bytes).size;
    expect([distinctOf(withDistinct(15)), distinctOf(withDistinct(16))]).toEqual([15, 16]);
    expect(problemsOf({ LOOKUP_HASH_KEY: keyOf(withDistinct(15)) })).toHaveLength(1);
    expect(problemsOf({ LOOKUP_HASH_KEY: keyOf(withDistinct(16)) })).toEqual([]);
  });

  it.each(['a'.repeat(32), 'abcd'.repeat(8), '0123456789abcdef'.repeat(2)])('of characters is refused: %s', (value) => {
    const problems = problemsOf({ WECHAT_PAY_API_V3_KEY: value });
    expect(problems).toEqual([expect.stringMatching(/^WECHAT_PAY_API_V3_KEY: is not random/)]);
    expect(problems.join()).not.toContain(value);
  });

  it('of characters may be hexadecimal', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const value = bytesOf(String(seed)).toString('hex').slice(0, 32);
      expect(problemsOf({ WECHAT_PAY_API_V3_KEY: value })).toEqual([]);
    }
  });
});

describe('a ring', () => {
  const ringOf = (...bytes: (Buffer | number[])[]) => bytes.map((key, index) => `k${index}:${keyOf(key)}`).join(',');

  it('is looked at key by key', () => {
    expect(problemsOf({ LOOKUP_HASH_KEY: ringOf(bytesOf('x'), bytesOf('y')) })).toEqual([]);
    const zero = counted(() => 0);
    expect(problemsOf({ FIELD_ENCRYPTION_KEY: ringOf(bytesOf('x'), zero) })).toEqual([
      'FIELD_ENCRYPTION_KEY: key 2: is not random; make it with `openssl rand -base64 32`',
    ]);
  });

  it('holds no key twice, nor one of another purpose', () => {
    expect(problemsOf({ LOOKUP_HASH_KEY: ringOf(bytesOf('x'), bytesOf('x')) })).toEqual([
      'LOOKUP_HASH_KEY: key 2: is the same secret as LOOKUP_HASH_KEY: key 1; every purpose needs its own',
    ]);
    const rings = {
      FIELD_ENCRYPTION_KEY: ringOf(bytesOf('x'), bytesOf('y')),
      LOOKUP_HASH_KEY: ringOf(bytesOf('z'), bytesOf('y')),
    };
    expect(problemsOf(rings)).toEqual([expect.stringContaining('LOOKUP_HASH_KEY: key 2: is the same secret')]);
  });
});

describe('one secret for two purposes', () => {
  it('is refused for every pair', () => {
    expect(problemsOf({ LOOKUP_HASH_KEY: SECRETS.FIELD_ENCRYPTION_KEY })).toEqual([
      'LOOKUP_HASH_KEY: is the same secret as FIELD_ENCRYPTION_KEY; every purpose needs its own',
    ]);
    expect(problemsOf({ ACCESS_TOKEN_PREVIOUS_KEY: SECRETS.ACCESS_TOKEN_KEY })).toHaveLength(1);
    expect(problemsOf({ SMTP_PASSWORD: SECRETS.WECHAT_APP_SECRET })).toHaveLength(1);
    expect(problemsOf({ TENCENT_CLOUD_SECRET_KEY: SECRETS.ACCESS_TOKEN_KEY })).toHaveLength(1);
  });

  it('is found in text and in base64, padded or not', () => {
    const inBase64 = Buffer.from(SECRETS.WECHAT_PAY_API_V3_KEY).toString('base64');
    expect(problemsOf({ ACCESS_TOKEN_KEY: inBase64 })).toHaveLength(1);
    expect(problemsOf({ LOOKUP_HASH_KEY: SECRETS.ACCESS_TOKEN_KEY.replace('=', '') })).toHaveLength(1);
  });

  it('is found in key files, however they are written', () => {
    const rewritten = String(createPrivateKey(maker.signerKeyPem).export({ type: 'pkcs1', format: 'pem' }));
    expect(problemsOf({}, rewritten)).toEqual([
      expect.stringMatching(/^WECHAT_PAY_MERCHANT_KEY_FILE: is the same secret as CONTRACT_SIGNER_KEY_FILE/),
    ]);
    const keys = { CONTRACT_SIGNER_KEY_FILE: maker.signerKeyPem, EJBCA_CLIENT_KEY_FILE: rewritten };
    expect(secretProblems(SECRETS, keys)).toEqual([
      expect.stringMatching(/^EJBCA_CLIENT_KEY_FILE: is the same secret as CONTRACT_SIGNER_KEY_FILE/),
    ]);
  });
});
