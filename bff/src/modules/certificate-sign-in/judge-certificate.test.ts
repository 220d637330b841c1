import {
  buildCertificate,
  type CertificateContent,
  type KeyAlgorithm,
  type KeyUsage,
  type SigningKey,
} from '../../pki';
import { contentFor, createSampleAuthority, holderProfile, newKey, noon } from '../../pki/testing/sample-authority';
import type { HeldCertificate } from '../certificates';
import { problemOfAnswer } from './judge-certificate';

const MESSAGE = Buffer.from('what is to be signed');
const DAY_MS = 86_400_000;
const later = (days: number): Date => new Date(noon.getTime() + days * DAY_MS);

interface Held {
  readonly held: HeldCertificate;
  readonly key: SigningKey;
}

type State = HeldCertificate['record']['state'];

/** A certificate as it is stored, by an authority of its own. */
async function certificateOf(
  algorithm: KeyAlgorithm,
  changes: Partial<CertificateContent> = {},
  state: State = 'issued',
): Promise<Held> {
  const { root, issuing } = await createSampleAuthority(algorithm === 'sm2' ? 'sm2' : 'ecdsa-p256');
  const key = await newKey(algorithm);
  const own = await buildCertificate(issuing, contentFor(key, changes));
  const record = { state } as HeldCertificate['record'];
  return { held: { record, chainDer: [own, issuing.certificate.der, root.certificate.der] }, key };
}

const withUsages = (...keyUsages: KeyUsage[]) => ({ profile: { ...holderProfile, keyUsages } });
const signedBy = async (key: SigningKey, message: Uint8Array = MESSAGE) => ({
  message: MESSAGE,
  signature: await key.sign(message),
});
const problemOf = async ({ held, key }: Held, at: Date = later(1)) => problemOfAnswer(held, await signedBy(key), at);

describe('an answer by a certificate', () => {
  it.each(['rsa-2048', 'ecdsa-p256', 'sm2'] as const)('of %s is taken', async (algorithm) => {
    expect(await problemOf(await certificateOf(algorithm))).toBeNull();
  });

  it.each(['rsa-2048', 'ecdsa-p256', 'sm2'] as const)(
    'of %s must be of its key and of the message',
    async (algorithm) => {
      const { held, key } = await certificateOf(algorithm);
      const others = [
        await signedBy(await newKey(algorithm)),
        await signedBy(key, Buffer.from('what is to be signed.')),
        { message: MESSAGE, signature: Buffer.alloc(64) },
        { message: MESSAGE, signature: new Uint8Array(0) },
      ];
      expect(others.map((answer) => problemOfAnswer(held, answer, later(1)))).toEqual(
        others.map(() => 'auth.certificate_not_proved'),
      );
    },
  );

  it('is not taken by the signature of another algorithm', async () => {
    const [{ held }, other] = [await certificateOf('ecdsa-p256'), await newKey('sm2')];
    expect(problemOfAnswer(held, await signedBy(other), later(1))).toBe('auth.certificate_not_proved');
  });

  it.each([
    ['requested', 'auth.certificate_suspended'],
    ['suspended', 'auth.certificate_suspended'],
    ['revoked', 'auth.certificate_revoked'],
  ] as const)('whose state is %s is refused', async (state, code) => {
    expect(await problemOf(await certificateOf('ecdsa-p256', {}, state))).toBe(code);
  });

  it('is refused before its first day and after its last', async () => {
    const held = await certificateOf('ecdsa-p256', { notBefore: later(2), notAfter: later(3) });
    expect([await problemOf(held, later(1)), await problemOf(held, later(4))]).toEqual([
      'auth.certificate_early',
      'auth.certificate_expired',
    ]);
  });

  it.each([
    ['signs documents only', ['nonRepudiation']],
    ['agrees on keys', ['keyAgreement']],
  ] as const)('of a key that %s is refused', async (_what, usages) => {
    expect(await problemOf(await certificateOf('ecdsa-p256', withUsages(...usages)))).toBe('auth.certificate_unfit');
  });

  it('whose issuer is not the one in its chain is refused', async () => {
    const { held, key } = await certificateOf('ecdsa-p256');
    const { held: other } = await certificateOf('ecdsa-p256');
    const foreign = { ...held, chainDer: [...held.chainDer.slice(0, 1), ...other.chainDer.slice(1)] };
    expect(await problemOf({ held: foreign, key })).toBe('auth.certificate_unfit');
  });
});
