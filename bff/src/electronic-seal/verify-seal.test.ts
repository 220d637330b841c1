import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { PkiError, pemOf } from '../pki';
import { encodeHolders, readSeal } from './read-seal';
import type { SealPicture } from './seal-picture';
import type { SignedSeal } from './seal-structure';
import { signSeal } from './sign-seal';
import { sampleSealText } from './testing/sample-names';
import { sampleSealContent } from './testing/sample-seal';
import { createSealParties, later, type SealParties } from './testing/seal-parties';
import { makeUnitSeal } from './unit-seal';
import { type SealVerificationOptions, verifySeal } from './verify-seal';

let parties: SealParties;
let strangers: SealParties;
let picture: SealPicture;
let der: Buffer;

beforeAll(async () => {
  parties = await createSealParties('sm2');
  strangers = await createSealParties('sm2');
  picture = await makeUnitSeal(sampleSealText);
  der = await signSeal(sampleSealContent(parties, picture));
});

const check = (seal: Uint8Array, changes: Partial<SealVerificationOptions> = {}) =>
  verifySeal(seal, { at: parties.at, trustedMakers: [parties.root], holderCertificate: parties.holder, ...changes });

const refused = (refusal: string) => ({ genuine: false, refusal });

/** The seal with a change, signed again by the maker: what is wrong then is not the signature. */
async function signedAgain(change: (seal: SignedSeal) => void, maker = parties.maker): Promise<Buffer> {
  const { seal } = readSeal(der);
  change(seal);
  seal.signature = Uint8Array.from(await maker.key.sign(new Uint8Array(AsnConvert.serialize(seal.information)))).buffer;
  return Buffer.from(AsnConvert.serialize(seal));
}

test('a seal that we made is genuine, and says what went in', () => {
  expect(check(der)).toEqual({
    genuine: true,
    seal: {
      sealId: 'SEAL-2026-000001',
      type: 'unit',
      name: sampleSealText.name,
      vendor: 'ACCEPTANCE',
      createdAt: parties.at,
      validFrom: parties.at,
      validTo: later(parties.at, 100),
      picture: { png: picture.png, width: 40, height: 40 },
      makerCertificate: parties.maker.certificateDer,
      holders: { by: 'certificate', certificatesDer: [parties.holder] },
    },
  });
});

test('the maker itself may be what is trusted, not only who certified it', () => {
  expect(check(der, { trustedMakers: [parties.maker.certificateDer] })).toMatchObject({ genuine: true });
});

test('a seal without a holder shown is looked at by the certificates in it', async () => {
  expect(check(der, { holderCertificate: undefined })).toMatchObject({ genuine: true });
});

test('a seal of digests needs the certificate to be shown', async () => {
  const seal = await signSeal(sampleSealContent(parties, picture, { bindBy: 'digest' }));

  expect(check(seal)).toMatchObject({ genuine: true, seal: { holders: { by: 'digest' } } });
  expect(check(seal, { holderCertificate: undefined })).toEqual(refused('holder_needed'));
  expect(check(seal, { holderCertificate: parties.shortHolder })).toEqual(refused('holder_mismatch'));
});

test('a seal of two certificates goes with each, and stands as long as the one that is shown', async () => {
  const validity = { from: parties.at, to: later(parties.at, 5) };
  const holderCertificates = [parties.holder, parties.shortHolder];
  const seal = await signSeal(sampleSealContent(parties, picture, { holderCertificates, validity }));

  expect(check(seal)).toMatchObject({ genuine: true });
  expect(check(seal, { holderCertificate: parties.shortHolder })).toMatchObject({ genuine: true });
});

test.each(['ecdsa-p256', 'rsa-2048'] as const)('a maker with a %s key is believed too', async (algorithm) => {
  const own = await createSealParties(algorithm);
  const seal = await signSeal(sampleSealContent(own, picture, { type: 'person' }));

  const options = { at: own.at, trustedMakers: [own.root], holderCertificate: own.holder };
  expect(verifySeal(seal, options)).toMatchObject({ genuine: true, seal: { type: 'person' } });
});

test.each<[string, Partial<SealVerificationOptions> | (() => Partial<SealVerificationOptions>), string]>([
  ['a maker that nobody trusts', { trustedMakers: [] }, 'maker_untrusted'],
  ['a maker of another authority of the same name', () => ({ trustedMakers: [strangers.root] }), 'maker_untrusted'],
  ['a time before the maker was certified', () => ({ at: later(parties.at, -2) }), 'maker_untrusted'],
  ['a time after the maker has ended', () => ({ at: later(parties.at, 800) }), 'maker_untrusted'],
  ['a time before the seal begins', () => ({ at: later(parties.at, -0.5) }), 'not_yet_valid'],
  ['a time after the seal has ended', () => ({ at: later(parties.at, 100.1) }), 'expired'],
  ["somebody else's certificate", () => ({ holderCertificate: strangers.holder }), 'holder_mismatch'],
])('refuses %s', (_what, changes, refusal) => {
  expect(check(der, typeof changes === 'function' ? changes() : changes)).toEqual(refused(refusal));
});

test.each<[string, (seal: SignedSeal) => void, string]>([
  ['a version of the future', ({ information }) => Object.assign(information.header, { version: 5 }), 'version'],
  ['another head', ({ information }) => Object.assign(information.header, { id: 'EX' }), 'version'],
  ['a type that does not exist', ({ information }) => Object.assign(information.property, { type: 3 }), 'content'],
  ['no name', ({ information }) => Object.assign(information.property, { name: '' }), 'content'],
  ['no size', ({ information }) => Object.assign(information.picture, { width: 0 }), 'content'],
  [
    'an end before the beginning',
    ({ information }) => Object.assign(information.property, { validTo: new Date(0) }),
    'content',
  ],
  ['a picture of another kind', ({ information }) => Object.assign(information.picture, { type: 'SVG' }), 'picture'],
  [
    'half a picture',
    ({ information }) => Object.assign(information.picture, { data: new OctetString(picture.png.subarray(0, 5000)) }),
    'picture',
  ],
  [
    'an unknown kind of list',
    ({ information }) => Object.assign(information.property, { certificateListType: 3 }),
    'structure',
  ],
  [
    'digests that are called certificates',
    ({ information }) =>
      Object.assign(information.property, {
        certificateList: encodeHolders({ by: 'digest', digests: [{ type: 'SM3', value: Buffer.alloc(32) }] }),
      }),
    'structure',
  ],
  [
    'no certificate of a holder',
    ({ information }) =>
      Object.assign(information.property, {
        certificateList: encodeHolders({ by: 'certificate', certificatesDer: [] }),
      }),
    'structure',
  ],
  [
    'a holder that is no certificate',
    ({ information }) =>
      Object.assign(information.property, {
        certificateList: encodeHolders({ by: 'certificate', certificatesDer: [Buffer.from('3000', 'hex')] }),
      }),
    'holder_unreadable',
  ],
  [
    "another algorithm's name",
    (seal) => Object.assign(seal, { signatureAlgorithm: '1.2.840.113549.1.1.11' }),
    'algorithm',
  ],
  [
    'a maker in PEM',
    (seal) => Object.assign(seal, { makerCertificate: new OctetString(pemBytes(parties.maker.certificateDer)) }),
    'maker_unreadable',
  ],
  [
    'a maker that is no certificate',
    (seal) => Object.assign(seal, { makerCertificate: new OctetString(Buffer.from('3000', 'hex')) }),
    'maker_unreadable',
  ],
  [
    "another maker's certificate",
    (seal) => Object.assign(seal, { makerCertificate: new OctetString(strangers.maker.certificateDer) }),
    'signature',
  ],
])('refuses a seal with %s, though it is signed', async (_what, change, refusal) => {
  expect(check(await signedAgain(change), { holderCertificate: undefined })).toEqual(refused(refusal));
});

test('refuses a holder whose certificate has ended before the seal', async () => {
  const certificatesDer = [parties.shortHolder];
  const seal = await signedAgain(({ information }) => {
    information.property.certificateList = encodeHolders({ by: 'certificate', certificatesDer });
  });

  expect(check(seal, { at: later(parties.at, 50), holderCertificate: undefined })).toEqual(refused('holder_expired'));
});

test('refuses seals that an encryption key or the authority itself signed', async () => {
  for (const maker of [parties.makerThatMayNotSign, parties.rootAsMaker]) {
    const seal = await signedAgain((sealed) => {
      sealed.makerCertificate = new OctetString(maker.certificateDer);
    }, maker);
    expect(check(seal)).toEqual(refused('maker_usage'));
  }
});

test('a trusted maker that is no certificate is a mistake of the configuration, and said aloud', () => {
  expect(() => check(Buffer.alloc(0), { trustedMakers: [Buffer.from('3000', 'hex')] })).toThrow(PkiError);
});

test('refuses a change after signing', () => {
  const { seal } = readSeal(der);
  seal.information.property.name = '另一家单位';

  expect(check(Buffer.from(AsnConvert.serialize(seal)))).toEqual(refused('signature'));
});

test.each<[string, () => Buffer]>([
  ['nothing', () => Buffer.alloc(0)],
  ['bytes after the end', () => Buffer.concat([der, Buffer.from([0])])],
  ['text', () => Buffer.from('not a seal')],
  ['more than any seal has', () => Buffer.alloc(3 * 1024 * 1024, 0x30)],
  ['a length of more bytes than it needs', () => lengthened(der)],
  ['a hundred thousand boxes in boxes', () => Buffer.alloc(200_000, '3080', 'hex')],
  [
    'a box with a million empty values',
    () => Buffer.concat([Buffer.from('3083' + '1e8480', 'hex'), Buffer.alloc(2_000_000, '0500', 'hex')]),
  ],
])('refuses %s as no structure', (_what, seal) => {
  expect(check(seal())).toEqual(refused('structure'));
});

const pemBytes = (certificateDer: Uint8Array) => Buffer.from(pemOf('CERTIFICATE', certificateDer));

/** The outer SEQUENCE with one leading zero in its length: BER, not DER. */
function lengthened(seal: Buffer): Buffer {
  const count = (seal[1] ?? 0) & 0x7f;
  return Buffer.concat([Buffer.from([0x30, 0x80 | (count + 1), 0]), seal.subarray(2)]);
}

test('the signature of another seal of the same maker does not help', async () => {
  const other = readSeal(await signSeal(sampleSealContent(parties, picture, { sealId: 'SEAL-2026-000002' }))).seal;
  const { seal } = readSeal(der);
  seal.signature = other.signature;

  expect(check(Buffer.from(AsnConvert.serialize(seal)))).toEqual(refused('signature'));
});
