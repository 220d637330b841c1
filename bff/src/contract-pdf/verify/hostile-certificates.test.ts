import { generateKeyPairSync } from 'node:crypto';
import { bitString, integerOfHex, nothing, objectIdentifier, sequence } from '../../pki/der/write-der';
import { oids } from '../../pki/oids';
import { madeParty, type Party, type PartyWishes } from '../testing/made-certificate';
import { signedBy } from '../testing/signed-anew';
import { createVerifiedWorld, daysAfter, type VerifiedWorld } from '../testing/verified-world';
import { verifyContractPdf } from './index';

// Making RSA keys takes seconds on a busy machine.

let world: VerifiedWorld;
beforeAll(async () => {
  world = await createVerifiedWorld();
});

const validity = { notBefore: daysAfter(-30), notAfter: daysAfter(300) };
const authority = (wishes: Partial<PartyWishes> & { commonName: string }): Party =>
  madeParty({ ...validity, usages: ['keyCertSign'], pathLength: null, ...wishes });
const signerBelow = (issuer: Party, wishes: Partial<PartyWishes> = {}): Party =>
  madeParty({
    commonName: '印章',
    issuer,
    ...validity,
    usages: ['nonRepudiation'],
    purposes: ['documentSigning'],
    ...wishes,
  });
const verdictOf = (signer: Party, certificates: readonly Party[], anchors: readonly Party[]) => {
  const file = signedBy(world.pdf, { signer, certificates: [signer, ...certificates].map(({ der }) => der) });
  return verifyContractPdf(file, { anchors: anchors.map(({ pem }) => pem) });
};

describe('a way to an anchor', () => {
  test('leads over authorities, whatever their order', () => {
    const root = authority({ commonName: '根' });
    const upper = authority({ commonName: '上级', issuer: root });
    const lower = authority({ commonName: '下级', issuer: upper });
    const signer = signerBelow(lower);
    expect(verdictOf(signer, [lower, upper], [root]).verdict).toBe('genuine');
    expect(verdictOf(signer, [upper, lower], [root]).verdict).toBe('genuine');
    expect(verdictOf(signer, [lower], [root])).toMatchObject({ verdict: 'foreign', doubts: ['untrusted'] });
  });

  test.each<[string, Partial<PartyWishes>]>([
    ['no authority', { pathLength: undefined }],
    ['no right to sign certificates', { usages: ['digitalSignature'] }],
    ['an extension that nobody understands', { critical: '1.2.3.4' }],
  ])('does not lead over a certificate with %s', (_name, wishes) => {
    const root = authority({ commonName: '根' });
    const lower = authority({ commonName: '下级', issuer: root, ...wishes });
    expect(verdictOf(signerBelow(lower), [lower], [root]).doubts).toEqual(['untrusted']);
  });

  test('leads nowhere from a signer with such an extension, unless the signer is an anchor', () => {
    const root = authority({ commonName: '根' });
    const signer = signerBelow(root, { critical: '1.2.3.4' });
    expect(verdictOf(signer, [root], [root]).doubts).toEqual(['untrusted']);
    expect(verdictOf(signer, [root], [signer]).verdict).toBe('genuine');
  });

  test('may end at a root that signed itself by SHA-1, which nobody may have touched', () => {
    const root = authority({ commonName: '老根', hash: 'sha1' });
    const signer = signerBelow(root);
    expect(verdictOf(signer, [root], [signer]).verdict).toBe('genuine');
    const der = Buffer.from(root.der);
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    expect(verdictOf(signer, [{ ...root, der }], [signer]).doubts).toEqual(['signature_kind']);
    expect(
      verdictOf(signerBelow(authority({ commonName: '下级', issuer: root, hash: 'sha1' })), [], [root]).verdict,
    ).toBe('foreign');
  });

  test('ends where an authority may have none below it', () => {
    const root = authority({ commonName: '根', pathLength: 0 });
    const lower = authority({ commonName: '下级', issuer: root });
    expect(verdictOf(signerBelow(lower), [lower], [root]).doubts).toEqual(['untrusted']);
    expect(verdictOf(signerBelow(root), [], [root]).verdict).toBe('genuine');
  });

  test('does not lead over an authority of the same name and another key', () => {
    const root = authority({ commonName: '根' });
    const other = authority({ commonName: '根' });
    expect(verdictOf(signerBelow(other), [], [root]).doubts).toEqual(['untrusted']);
  });

  test('is looked for in bounded time among certificates that all seem to issue each other', () => {
    // The same name and key for all: each is signed by each of the others.
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const first = authority({ commonName: '环', keys });
    const mesh = Array.from({ length: 9 }, () => authority({ commonName: '环', keys, issuer: first }));
    const signer = signerBelow(first);
    const before = process.cpuUsage().user;
    expect(verdictOf(signer, mesh, [world.stranger]).doubts).toEqual(['untrusted']);
    // It was factorial: over 25 s for so many.
    expect(process.cpuUsage().user - before).toBeLessThan(5_000_000);
  });

  test('certificates that have nothing to do with the signer are refused even where the signer is an anchor', () => {
    const signer = signerBelow(authority({ commonName: '根' }));
    expect(verdictOf(signer, [], [signer]).verdict).toBe('genuine');
    expect(verdictOf(signer, [world.stranger], [signer])).toMatchObject({
      verdict: 'changed',
      doubts: ['signature_kind'],
    });
  });
});

const rsaInfo = (modulus: string, exponent: string): Buffer =>
  sequence(
    sequence(objectIdentifier(oids.rsaEncryption), nothing()),
    bitString(sequence(integerOfHex(modulus), integerOfHex(exponent))),
  );
const curveInfo = (curve: string, point: Buffer): Buffer =>
  sequence(sequence(objectIdentifier(oids.ecPublicKey), objectIdentifier(curve)), bitString(point));

describe('a key that is none, or one that takes long', () => {
  test.each<[string, Buffer]>([
    ['RSA of 1024 bits', rsaInfo('c'.repeat(256), '10001')],
    ['RSA of 16384 bits', rsaInfo('c'.repeat(4096), '10001')],
    ['RSA with an exponent as long as its modulus', rsaInfo('c'.repeat(512), 'b'.repeat(512))],
    ['RSA with the exponent 1', rsaInfo('c'.repeat(512), '1')],
    ['RSA that is empty', sequence(sequence(objectIdentifier(oids.rsaEncryption), nothing()), bitString(Buffer.of()))],
    ['a point that is not on its curve', curveInfo(oids.p256, Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)]))],
    ['a curve that nobody knows', curveInfo('1.2.3.4.5', Buffer.alloc(65, 4))],
    ['an algorithm that nobody knows', sequence(sequence(objectIdentifier('1.2.3.4.5')), bitString(Buffer.alloc(65)))],
    ['SM2', curveInfo(oids.sm2, Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)]))],
  ])('%s is refused without an exception', (_name, keyInfo) => {
    const strange = madeParty({ commonName: '怪', ...validity, usages: ['nonRepudiation'], keyInfo });
    expect(verdictOf(strange, [], [world.stranger])).toMatchObject({
      verdict: 'foreign',
      doubts: ['signature_unreadable'],
    });
    expect(verdictOf(world.stranger, [strange], [world.stranger]).verdict).toBe('foreign');
  });
});
