import { createPublicKey } from 'node:crypto';
import { integer, objectIdentifier, octetString, sequence } from '../der/write-der';
import {
  generatePrivateKeyPem,
  type KeyAlgorithm,
  openSigningKeyDer,
  openSigningKeyPem,
  openSigningKeyPkcs12,
  type SigningKey,
  signatureAlgorithmOf,
  sm3,
  verifySignature,
} from '../index';
import { oids } from '../oids';
import { OpenSslFolder, sigopt } from '../testing/openssl-folder';
import { curves } from './curves';
import { verifySm2 } from './sm2';

// Making RSA keys takes seconds on a busy machine.

const folder = new OpenSslFolder();
afterAll(() => folder.remove());

const message = Buffer.from('message digest');
const code = (name: string) => expect.objectContaining({ code: name });
const pemOfPublic = (key: SigningKey): string =>
  createPublicKey({ key: Buffer.from(key.publicKeyInfoDer), format: 'der', type: 'spki' })
    .export({ type: 'spki', format: 'pem' })
    .toString();

describe('SM3 and SM2', () => {
  test('hash as GB/T 32905-2016, A.1 and A.2', () => {
    expect(sm3(Buffer.from('abc')).toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    expect(sm3(Buffer.from('abcd'.repeat(16))).toString('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });

  // GB/T 32918.5-2017, A.2, with the id 1234567812345678
  const d = '3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8';
  const point =
    '0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13';
  const r = BigInt('0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3');
  const s = BigInt('0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA');

  test('verify the signature of GB/T 32918.5-2017, A.2', () => {
    expect(verifySm2(message, sequence(integer(r), integer(s)), point)).toBe(true);
    expect(verifySm2(Buffer.from('message digesT'), sequence(integer(r), integer(s)), point)).toBe(false);
  });

  test('sign with the key of that example', async () => {
    const privateKeyInfo = sequence(
      integer(0),
      sequence(objectIdentifier(oids.ecPublicKey), objectIdentifier(oids.sm2)),
      octetString(sequence(integer(1), octetString(Buffer.from(d, 'hex')))),
    );
    const key = openSigningKeyDer(privateKeyInfo);
    expect(Buffer.from(key.publicKeyInfoDer).toString('hex').toUpperCase()).toContain(point);
    expect(verifySm2(message, await key.sign(message), point)).toBe(true);
  });

  test('take no signature whose numbers are out of range, or whose DER is another', () => {
    const { n } = curves.sm2;
    const forms = [
      sequence(integer(0), integer(s)),
      sequence(integer(r), integer(0)),
      sequence(integer(r + n), integer(s)),
      sequence(integer(r), integer(s + n)),
      sequence(integer(r), integer(n - s)),
      sequence(integer(r)),
      sequence(integer(r), integer(s), integer(1)),
      Buffer.concat([sequence(integer(r), integer(s)), Buffer.of(0)]),
      Buffer.alloc(0),
      Buffer.alloc(64, 7),
    ];
    for (const form of forms) expect(verifySm2(message, form, point)).toBe(false);
  });
});

describe.each<KeyAlgorithm>(['rsa-2048', 'rsa-3072', 'ecdsa-p256', 'ecdsa-p384', 'sm2'])('a key of %s', (algorithm) => {
  let pem: string;
  let key: SigningKey;
  const hash = algorithm === 'sm2' ? '-sm3' : algorithm === 'ecdsa-p384' ? '-sha384' : '-sha256';
  const distid = sigopt(algorithm).slice(1);

  beforeAll(async () => {
    pem = await generatePrivateKeyPem(algorithm);
    key = openSigningKeyPem(pem);
    folder.file('key.pem', pem);
    folder.file('public.pem', pemOfPublic(key));
    folder.file('message', message);
  });

  test('signs what openssl verifies', async () => {
    const signature = folder.file('signature', await key.sign(message));
    const verify = ['dgst', hash, ...distid, '-verify', folder.path('public.pem'), '-signature', signature];
    expect(folder.run(...verify, folder.path('message'))).toContain('Verified OK');
  });

  test('verifies what openssl signs, and nothing else', () => {
    folder.run(
      'dgst',
      hash,
      ...distid,
      '-sign',
      folder.path('key.pem'),
      '-out',
      folder.path('signature'),
      folder.path('message'),
    );
    const signature = folder.read('signature');
    const verify = (text: Buffer, bytes: Uint8Array) =>
      verifySignature(key.publicKeyInfoDer, signatureAlgorithmOf(algorithm), text, bytes);
    expect(verify(message, signature)).toBe(true);
    expect(verify(Buffer.from('another'), signature)).toBe(false);
    expect(verify(message, signature.subarray(0, -1))).toBe(false);
    expect(verify(message, Buffer.alloc(0))).toBe(false);
  });

  test('does not verify by the algorithm of another kind, or by SHA-1', () => {
    const other = algorithm.startsWith('rsa') ? 'sm2' : 'rsa-2048';
    const verify = (der: Uint8Array) => verifySignature(key.publicKeyInfoDer, der, message, Buffer.alloc(64));
    expect(() => verify(signatureAlgorithmOf(other))).toThrow(code('unsupported_algorithm'));
    expect(() => verify(sequence(objectIdentifier('1.2.840.113549.1.1.5')))).toThrow(code('unsupported_algorithm'));
    expect(() => verify(Buffer.from('00'))).toThrow(code('broken'));
  });

  test('opens from what openssl writes: PKCS#8 sealed, and the older forms', () => {
    const form = algorithm.startsWith('rsa') ? ['rsa', '-traditional'] : ['ec'];
    folder.run(
      'pkcs8',
      '-topk8',
      '-in',
      folder.path('key.pem'),
      '-out',
      folder.path('sealed.pem'),
      '-passout',
      'pass:一二三四',
    );
    folder.run(...form, '-in', folder.path('key.pem'), '-out', folder.path('older.pem'));
    folder.run(
      ...form,
      '-in',
      folder.path('key.pem'),
      '-aes256',
      '-passout',
      'pass:一二三四',
      '-out',
      folder.path('old-sealed.pem'),
    );
    for (const name of ['sealed.pem', 'older.pem', 'old-sealed.pem']) {
      const opened = openSigningKeyPem(folder.read(name).toString(), '一二三四');
      expect(Buffer.from(opened.publicKeyInfoDer)).toEqual(Buffer.from(key.publicKeyInfoDer));
    }
    for (const name of ['sealed.pem', 'old-sealed.pem']) {
      expect(() => openSigningKeyPem(folder.read(name).toString(), '一二三')).toThrow(code('wrong_passphrase'));
      expect(() => openSigningKeyPem(folder.read(name).toString())).toThrow(code('wrong_passphrase'));
    }
  });

  test.each([
    ['AES-256 and SHA-256', []],
    ['AES-128, SM4 and SM3', ['-keypbe', 'sm4-cbc', '-certpbe', 'aes-128-cbc', '-macalg', 'sm3']],
    ['3DES and SHA-1', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['no encryption of the certificates', ['-certpbe', 'NONE', '-macalg', 'sha512']],
  ])('opens from PKCS#12 with %s', (_, options) => {
    const subject = [
      '-new',
      '-x509',
      '-key',
      folder.path('key.pem'),
      '-subj',
      '/CN=test',
      '-out',
      folder.path('own.pem'),
    ];
    folder.run('req', ...subject, ...sigopt(algorithm));
    const files = ['-inkey', folder.path('key.pem'), '-in', folder.path('own.pem'), '-out', folder.path('own.p12')];
    folder.run('pkcs12', '-export', ...files, '-passout', 'pass:密码 1', ...options);
    const pfx = folder.read('own.p12');
    const opened = openSigningKeyPkcs12(pfx, '密码 1');
    expect(Buffer.from(opened.key.publicKeyInfoDer)).toEqual(Buffer.from(key.publicKeyInfoDer));
    expect(opened.certificatesDer).toHaveLength(1);
    expect(() => openSigningKeyPkcs12(pfx, '密码 2')).toThrow(code('wrong_passphrase'));
    expect(() => openSigningKeyPkcs12(pfx, '')).toThrow(code('wrong_passphrase'));
    expect(() => openSigningKeyPkcs12(pfx.subarray(0, -1), '密码 1')).toThrow(code('broken'));
  });
});

describe('a private key', () => {
  test('is one, and is one of ours', async () => {
    const pem = await generatePrivateKeyPem('ecdsa-p256');
    expect(() => openSigningKeyPem(`${pem}${pem}`)).toThrow(code('broken'));
    expect(() => openSigningKeyPem('')).toThrow(code('broken'));
    expect(() => openSigningKeyPem('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----')).toThrow(
      code('broken'),
    );
    expect(() => openSigningKeyDer(Buffer.of(0x30, 0))).toThrow(code('broken'));
    folder.run('genrsa', '-out', folder.path('short.pem'), '1024');
    expect(() => openSigningKeyPem(folder.read('short.pem').toString())).toThrow(code('weak_key'));
  });

  test('is not quoted by an error', async () => {
    const pem = (await generatePrivateKeyPem('sm2')).replace('MI', 'NI');
    const error = await Promise.resolve()
      .then(() => openSigningKeyPem(pem))
      .catch((thrown: Error) => thrown);
    expect(error).toEqual(code('broken'));
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(pem.slice(40, 80));
    expect((error as Error).cause).toBeUndefined();
  });
});
