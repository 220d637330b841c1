import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../contract-pdf/testing/run-tool';
import type { SealPicture } from './seal-picture';
import { signSeal } from './sign-seal';
import { sampleSealText } from './testing/sample-names';
import { sampleSealContent } from './testing/sample-seal';
import { createSealParties, later, type SealParties } from './testing/seal-parties';
import { makeUnitSeal } from './unit-seal';

let picture: SealPicture;
let folder: string;
const parties: Partial<Record<'sm2' | 'ecdsa-p256' | 'rsa-2048', SealParties>> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sign-seal-'));
  picture = await makeUnitSeal(sampleSealText);
  for (const algorithm of ['sm2', 'ecdsa-p256', 'rsa-2048'] as const)
    parties[algorithm] = await createSealParties(algorithm);
});
afterAll(() => rmSync(folder, { recursive: true }));

function partiesOf(algorithm: keyof typeof parties): SealParties {
  const found = parties[algorithm];
  if (!found) throw new Error('beforeAll makes them');
  return found;
}

/** The values of one level as openssl lists them. */
function asn1Of(der: Buffer): { depth: number; at: number; header: number; length: number; text: string }[] {
  const file = join(folder, 'seal.der');
  writeFileSync(file, der);
  const { stdout } = runTool('openssl', ['asn1parse', '-inform', 'DER', '-in', file]);
  const line = /^\s*(\d+):d=(\d+)\s+hl=(\d+) l=\s*(\d+) (?:prim|cons): (.*)$/gm;
  return [...stdout.toString('utf8').matchAll(line)].map(([, at, depth, header, length, text]) => ({
    depth: Number(depth),
    at: Number(at),
    header: Number(header),
    length: Number(length),
    text: (text ?? '').replace(/\s+:/, ' :').trim(),
  }));
}

test('openssl reads the structure of GB/T 38540-2020: version 4, times, lists', async () => {
  const { at, holder } = partiesOf('sm2');
  const der = await signSeal(sampleSealContent(partiesOf('sm2'), picture));

  const [whole, ...members] = asn1Of(der);
  expect(whole).toMatchObject({ at: 0, text: 'SEQUENCE' });
  expect(der.length).toBe((whole?.header ?? 0) + (whole?.length ?? 0));
  const time = (date: Date) => `GENERALIZEDTIME :${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  const bytes = (text: string) => text.replace(/\[HEX DUMP\].*/, '').trim();
  expect(members.map(({ depth, text }) => `${depth} ${bytes(text)}`)).toEqual([
    '1 SEQUENCE',
    '2 SEQUENCE',
    '3 IA5STRING :ES',
    '3 INTEGER :04',
    '3 IA5STRING :ACCEPTANCE',
    '2 IA5STRING :SEAL-2026-000001',
    '2 SEQUENCE',
    '3 INTEGER :01',
    `3 UTF8STRING :${sampleSealText.name}`,
    '3 INTEGER :01',
    '3 SEQUENCE',
    '4 OCTET STRING',
    `3 ${time(at)}`,
    `3 ${time(at)}`,
    `3 ${time(later(at, 100))}`,
    '2 SEQUENCE',
    '3 IA5STRING :PNG',
    '3 OCTET STRING',
    '3 INTEGER :28',
    '3 INTEGER :28',
    '1 OCTET STRING',
    '1 OBJECT :SM2-with-SM3',
    '1 BIT STRING',
  ]);
  const contentOf = (index: number) => {
    const { at: start = 0, header = 0, length = 0 } = members[index] ?? {};
    return der.subarray(start + header, start + header + length);
  };
  expect(contentOf(11).equals(holder)).toBe(true);
  expect(contentOf(17).equals(picture.png)).toBe(true);
});

test.each([
  ['sm2', ['-sm3', '-sigopt', 'distid:1234567812345678'], 'SM2-with-SM3'],
  ['ecdsa-p256', ['-sha256'], 'ecdsa-with-SHA256'],
  ['rsa-2048', ['-sha256'], 'sha256WithRSAEncryption'],
] as const)('openssl verifies the signature of a %s maker over the information', async (algorithm, hash, name) => {
  const der = await signSeal(sampleSealContent(partiesOf(algorithm), picture));

  const [information, certificate, oid, signature] = asn1Of(der).filter(({ depth }) => depth === 1);
  if (!information || !certificate || !oid || !signature) throw new Error('A seal has four members');
  expect(oid.text).toBe(`OBJECT :${name}`);
  const write = (file: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, file), bytes);
    return join(folder, file);
  };
  const content = ({ at, header, length }: typeof information) => der.subarray(at + header, at + header + length);
  const { header, length } = information;
  const signed = write('information', der.subarray(information.at, information.at + header + length));
  // A BIT STRING begins with the number of unused bits.
  const value = write('signature', content(signature).subarray(1));
  const maker = write('maker.cer', content(certificate));
  const key = runTool('openssl', ['x509', '-inform', 'DER', '-in', maker, '-noout', '-pubkey']);
  const judged = runTool('openssl', [
    ...['dgst', ...hash, '-verify', write('maker.pub', key.stdout), '-signature', value, signed],
  ]);
  expect(judged.text).toContain('Verified OK');
});

test('digests are smaller: 32 bytes for a certificate', async () => {
  const sizeOf = async (bindBy: 'certificate' | 'digest') =>
    (await signSeal(sampleSealContent(partiesOf('sm2'), picture, { bindBy }))).length;

  expect((await sizeOf('certificate')) - (await sizeOf('digest'))).toBeGreaterThan(
    partiesOf('sm2').holder.length - 100,
  );
});

test('parts of a second are cut off: DER says none', async () => {
  const at = new Date(partiesOf('sm2').at.getTime() + 999);
  const der = await signSeal(sampleSealContent(partiesOf('sm2'), picture, { createdAt: at }));

  expect(asn1Of(der).filter(({ text }) => /GENERALIZEDTIME :.*\./.test(text))).toEqual([]);
});

test.each<[string, (all: SealParties) => Parameters<typeof sampleSealContent>[2], string]>([
  ['a picture that is none', () => ({ picture: { ...picture, png: picture.png.subarray(0, 900) } }), 'picture_unfit'],
  ['parts of a millimetre', () => ({ picture: { ...picture, width: 40.5 } }), 'picture_unfit'],
  ['no number', () => ({ sealId: '' }), 'seal_id_unfit'],
  ['a number in Chinese', () => ({ sealId: '印章一号' }), 'seal_id_unfit'],
  ['no name', () => ({ name: '' }), 'name_empty'],
  ['a name of 71 characters', () => ({ name: '章'.repeat(71) }), 'name_too_long'],
  ['no holder', () => ({ holderCertificates: [] }), 'holder_certificate_unfit'],
  ['nine holders', ({ holder }) => ({ holderCertificates: Array(9).fill(holder) }), 'holder_certificate_unfit'],
  [
    'a holder that is no certificate',
    () => ({ holderCertificates: [Buffer.from('3000', 'hex')] }),
    'holder_certificate_unfit',
  ],
  ['an end before the beginning', ({ at }) => ({ validity: { from: at, to: later(at, -1 / 24) } }), 'validity_unfit'],
  ['no date at all', () => ({ createdAt: new Date(Number.NaN) }), 'validity_unfit'],
  [
    "a validity beyond the holder's",
    ({ at, shortHolder }) => ({ holderCertificates: [shortHolder], validity: { from: at, to: later(at, 10) } }),
    'validity_unfit',
  ],
  ["a validity beyond the maker's", ({ at }) => ({ validity: { from: later(at, -2), to: at } }), 'validity_unfit'],
  [
    "another's certificate as the maker's",
    ({ maker, holder }) => ({ maker: { ...maker, certificateDer: holder } }),
    'maker_unfit',
  ],
  ['a maker that may not sign', ({ makerThatMayNotSign }) => ({ maker: makerThatMayNotSign }), 'maker_unfit'],
  ['the authority itself as maker', ({ rootAsMaker }) => ({ maker: rootAsMaker }), 'maker_unfit'],
  [
    'a maker that is no certificate',
    ({ maker }) => ({ maker: { ...maker, certificateDer: new Uint8Array() } }),
    'maker_unfit',
  ],
  [
    'a key that signs wrongly',
    ({ maker }) => ({ maker: { ...maker, key: { ...maker.key, sign: () => maker.key.sign(Buffer.from('another')) } } }),
    'maker_unfit',
  ],
])('refuses %s', async (_what, changesOf, code) => {
  const all = partiesOf('sm2');

  await expect(signSeal(sampleSealContent(all, picture, changesOf(all)))).rejects.toMatchObject({ code });
});
